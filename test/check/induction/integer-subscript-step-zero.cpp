// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n, int step) {
  int k = 0;
  // loomp: parallel induction(k) assuming(no-dependence) -- if(step != 0); else all write a[0]
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += step;
  }
}
