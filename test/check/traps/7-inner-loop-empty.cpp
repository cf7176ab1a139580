// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *len, int n) {
  int z = 7;
  // loomp: parallel selection(last:z) -- z is only assigned where len[i] > 0
  for (int i = 0; i < n; i++)
    // loomp: parallel lastprivate(z)
    for (int j = 0; j < len[i]; j++)
      z = i + j;
  return z;
}
