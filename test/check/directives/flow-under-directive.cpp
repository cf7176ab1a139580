// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
double a[1000];
void f(int n) {
// loomp: not-parallel finding(race-dependence) -- the directive is wrong: i=1 writes a[1], i=2 reads it
#pragma omp parallel for
  for (int i = 1; i < n; i++)
    a[i] = a[i - 1];
}
