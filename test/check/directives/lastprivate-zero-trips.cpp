// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
int f(int n) {
  int z = 7;
// loomp: parallel lastprivate(z) -- but the directive is wrong for n=0: 'z' is then not 7
#pragma omp parallel for lastprivate(z)
  for (int i = 0; i < n; i++)
    z = i;
  return z;
}
int g(int n) {
  int z = 7;
  if (n > 0) {
// loomp: already-parallel -- at least one iteration runs
#pragma omp parallel for lastprivate(z)
    for (int i = 0; i < n; i++)
      z = i;
  }
  return z;
}
