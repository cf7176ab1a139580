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
