// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(char *a, unsigned n, unsigned m) {
  // loomp: parallel assuming(fixed-step) -- it asks: m=65536: row 65536 begins at 2^32, which wraps to a[0] of row 0
  for (unsigned i = 0; i < n; i++)
    // loomp: parallel
    for (unsigned j = 0; j < m; j++)
      a[i * m + j] = 1;
}
