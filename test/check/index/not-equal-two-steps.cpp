// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- OpenMP allows != only with a step of one
  for (int i = 0; i != n; i += 2)
    a[i] = 1;
}
