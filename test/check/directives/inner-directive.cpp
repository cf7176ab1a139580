// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
double m[100][100];
void f() {
  // loomp: serial carried-flow-dependence -- i=1 writes m[1][j], i=2 reads it
  for (int i = 1; i < 100; i++)
// loomp: already-parallel
#pragma omp parallel for
    for (int j = 0; j < 100; j++)
      m[i][j] += m[i - 1][j];
}
