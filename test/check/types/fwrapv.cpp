// RUN: %loomp check --format=json %s -- -std=c++20 -fwrapv | %verdicts %s
void f(char *a, int n) {
  // loomp: parallel assuming(no-dependence) -- if(n <= 2^30); -fwrapv: 4 * i wraps, i=0 and i=2^30 both write a[0]
  for (int i = 0; i < n; i++)
    a[4 * i] = 1;
}
