// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
double a[1000], b[1000];
void f(int n) {
#pragma omp parallel
  {
// loomp: already-parallel -- each iteration has its own element
#pragma omp for
    for (int i = 0; i < n; i++)
      a[i] = b[i];
  }
}
