// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
int a[1000];
void f(int n) {
// loomp: parallel finding(race-dependence) -- the directive is wrong: every iteration writes a[0], which takes a copy
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    a[0] = i;
}
