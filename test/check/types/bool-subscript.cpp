// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int h[2];
void f(const int *a, int n) {
  // loomp: not-parallel -- only two elements for n iterations
  for (int i = 0; i < n; i++)
    h[a[i] > 0] = i;
}
