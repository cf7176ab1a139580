// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[600000];
void fixedStep(int n, int m) {
  int k = 0;
  // loomp: parallel induction(k) -- k is i * 2 * m, and m >= 1 is checked
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < m; j++)
      k += 2;
    a[k] = i;
  }
}
void bothSigns(int n, int m) {
  int k = 100;
  // loomp: not-parallel -- with m = 5 the sum of j - 2 is 0: all write a[100]
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < m; j++)
      k += j - 2;
    a[k] = i;
  }
}
void growing(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- 1, 3, 6, 10: each is larger than the one before
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j <= i; j++)
      k++;
    a[k] = i;
  }
}
void growingTooLate(int n) {
  int k = 0;
  // loomp: not-parallel -- i=0 and i=1 leave k at 0
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 1; j < i; j++)
      k++;
    a[k] = i;
  }
}
void wraps(unsigned n) {
  unsigned k = 0;
  // loomp: not-parallel -- n * (n + 1) / 2 passes 2^32, and k starts again
  for (unsigned i = 0; i < n; i++) {
    k += i + 1;
    a[k] = 1;
  }
}
void wrapsSoon(int n) {
  unsigned char k = 0;
  // loomp: not-parallel -- i=0 and i=256 write a[3]
  for (int i = 0; i < n; i++) {
    k += 3;
    a[k] = i;
  }
}
void staysBelow() {
  unsigned k = 0;
  // loomp: parallel induction(k) -- 5050 at the end
  for (unsigned i = 0; i < 100; i++) {
    k += i + 1;
    a[k] = 1;
  }
}
void smallSteps(unsigned char n) {
  unsigned k = 0;
  // loomp: parallel induction(k) -- 32,640 at most
  for (unsigned char i = 0; i < n; i++) {
    k += i + 1u;
    a[k] = 1;
  }
}
