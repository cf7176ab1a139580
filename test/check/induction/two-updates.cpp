// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- k, then k + 1, then three further in all
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k++;
    a[k] = -b[i];
    k += 2;
  }
}
void alike(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- two further, whichever branch is taken
  for (int i = 0; i < n; i++) {
    if (b[i] > 0) {
      a[k++] = 1;
      a[k++] = 2;
    } else {
      a[k] = 3;
      k += 2;
    }
  }
}
void inTheHeaderToo(int n) {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++, k += 2)
    a[k++] = b[i];
}
void backAgain(int n) {
  int k = 0;
  // loomp: not-parallel -- every iteration begins and ends with k == 0: all write a[0]
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += 2;
    a[k - 1] = b[i];
    k -= 2;
  }
}
void tooShort(int n) {
  int k = 0;
  // loomp: not-parallel -- i=0 writes a[0], a[1], a[2], i=1 writes a[2] again
  for (int i = 0; i < n; i++) {
    a[k++] = b[i];
    a[k++] = b[i];
    a[k] = b[i];
  }
}
void dependsOnItself(int n) {
  int k = 1;
  // loomp: not-parallel -- k doubles and adds one: no multiple of i
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += k;
    k++;
  }
}
