// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <complex>
std::complex<double> f(const std::complex<double> *a, int n) {
  std::complex<double> s = 0;
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
