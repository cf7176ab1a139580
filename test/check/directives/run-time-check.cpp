// RUN: %loomp check --format=json --cost-model=off %s -- -std=c++20 -fopenmp | %verdicts %s
// A directive is right with the run-time check that the loop needs, and wrong without it.
#include <cstdint>
void checked(int n, float a, const float *x, float *y) {
#pragma omp parallel for if(std::uintptr_t(x) + n * sizeof(*x) <= std::uintptr_t(y) || \
                            std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x))
  for (int i = 0; i < n; i++) // loomp: already-parallel
    y[i] = a * x[i] + y[i];
}
void unchecked(int n, float a, const float *x, float *y) {
// loomp: parallel -- with a check only: y = x + 1 lets i=1 read what i=0 wrote
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    y[i] = a * x[i] + y[i];
}
