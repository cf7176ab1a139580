// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  int k = 2 * m;
  // loomp: not-parallel -- rows of m, but j runs to 2m: a[m] is in row 0 and in row 1
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < k; j++)
      a[i * m + j] = i - j;
}
