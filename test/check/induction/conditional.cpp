// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
int f(int n) {
  int k = 0;
  // loomp: not-parallel -- where i=1 stores depends on whether i=0 stored
  for (int i = 0; i < n; i++)
    if (b[i] > 0)
      a[k++] = b[i];
  return k;
}
