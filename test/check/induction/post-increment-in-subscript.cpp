// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
int f(int n, int k) {
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++)
    a[k++] = b[i];
  return k;
}
