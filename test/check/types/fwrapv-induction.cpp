// RUN: %loomp check --format=json %s -- -std=c++20 -fwrapv | %verdicts %s
void f(char *a, int n) {
  int k = 0;
  // loomp: parallel induction(k) assuming(no-dependence) -- if(n <= 2^30); -fwrapv: after 2^30 iterations k is 0 again
  for (int i = 0; i < n; i++) {
    a[k] = 1;
    k += 4;
  }
}
