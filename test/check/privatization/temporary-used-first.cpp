// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double t = 0;
  // loomp: parallel induction(t) -- i=1 stores the t that i=0 assigned, and that is a[i - 1]
  for (int i = 0; i < n; i++) {
    b[i] = t;
    t = a[i];
  }
}
