// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(int n) {
  std::vector<double> a(n);
  double *p = a.data() + 1;
  // loomp: serial carried-flow-dependence -- i=0 writes element 1 through p, i=1 reads it
  for (int i = 0; i < n - 1; i++)
    p[i] = a[i];
}
