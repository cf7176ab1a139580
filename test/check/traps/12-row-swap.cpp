// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
double x[100][100], y[100][100];
void f(int steps) {
  double(*a)[100] = x, (*b)[100] = y;
  // loomp: not-parallel -- step 0 writes what step 1, after the swap, reads
  for (int t = 0; t < steps; t++) {
    // Within one step a and b are different arrays; pointers that are swapped lose their targets,
    // so that a check asks.
    // loomp: parallel assuming(no-alias)
    for (int i = 1; i < 99; i++)
      // loomp: parallel assuming(no-alias)
      for (int j = 1; j < 99; j++)
        b[i][j] = a[i - 1][j] + a[i + 1][j];
    std::swap(a, b);
  }
}
