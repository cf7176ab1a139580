// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i = 5;
  if (a[0] > 0)
    goto inside;
  // loomp: not-parallel -- a jump leads into the body
  for (i = 0; i < n; i++) {
  inside:
    a[i] *= 2;
  }
}
