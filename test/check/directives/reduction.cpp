// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
double f(const double *a, int n) {
  double s = 0;
// loomp: already-parallel
#pragma omp parallel for reduction(+ : s)
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
