// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: not-parallel -- a static is one object for all iterations: i=1 reads what i=0 left
  for (int i = 0; i < n; i++) {
    static double t = 0;
    b[i] = t;
    t = a[i];
  }
}
