// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, long n) {
  // loomp: parallel assuming(no-dependence) -- if(n <= 2^32); i=0 and i=2^32 both write a[0]
  for (long i = 0; i < n; i++) {
    int k = static_cast<int>(i);
    a[k] = i;
  }
}
