// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(char *a, unsigned n) {
  // loomp: parallel assuming(no-dependence) -- if(n <= 2^30); 4u * i wraps at 2^32: i=0 and i=2^30 both write a[0]
  for (unsigned i = 0; i < n; i++)
    a[4u * i] = 1;
}
