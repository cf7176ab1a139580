// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
double *f(int n) {
  double *a = new double[n];
  double *b = static_cast<double *>(std::calloc(n + 1, sizeof(double)));
  // loomp: parallel -- two fresh allocations
  for (int i = 0; i < n; i++)
    a[i] = b[i + 1];
  std::free(b);
  return a;
}
