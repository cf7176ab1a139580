// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[4];
void f(const int *x, int n) {
  // loomp: not-parallel -- four elements for n iterations
  for (int i = 0; i < n; i++)
    a[(x[i] > 0) + 2 * (x[i] % 2 == 0)] = i;
}
