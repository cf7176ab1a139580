// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f() {
  int k = 0;
  // loomp: not-parallel -- k grows by i: 0 0 1 3 6; i=0 and i=1 both write a[0]
  for (int i = 0; i < 40; i++) {
    k += i;
    a[k / 2] = b[i];
  }
}
void values(int n) {
  int k = 0, j = 3;
  // loomp: parallel induction(k, j) -- k grows by 3, 5, 7, ...
  for (int i = 0; i < n; i++) {
    b[i] = k;
    k += j;
    j += 2;
  }
}
void cubic(int n) {
  int k = 0, j = 3, l = 1;
  // loomp: not-parallel -- FIXME: k has a closed form of degree three
  for (int i = 0; i < n; i++) {
    b[i] = k;
    k += j;
    j += l;
    l++;
  }
}
void fibonacci(int n) {
  int k = 0, j = 1;
  // loomp: not-parallel -- each changes by the other
  for (int i = 0; i < n; i++) {
    b[i] = k;
    k += j;
    j += k;
  }
}
