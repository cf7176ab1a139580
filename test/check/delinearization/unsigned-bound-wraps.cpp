// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(char *a, unsigned n, unsigned m) {
  // loomp: not-parallel -- m=0: m - 1 wraps to 2^32 - 1, and rows 0 and 1 both write a[0]
  for (unsigned i = 0; i < n; i++)
    // loomp: parallel
    for (unsigned j = 0; j < m - 1; j++)
      a[i * m + j] = 1;
}
