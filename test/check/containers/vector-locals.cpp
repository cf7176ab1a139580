// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
double f(int n) {
  std::vector<double> a(n), b(n + 1, 1.0);
  // loomp: parallel -- two local vectors never share a buffer
  for (int i = 0; i < n; i++)
    a[i] = b[i + 1];
  return a[n / 2];
}
