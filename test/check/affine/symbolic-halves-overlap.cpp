// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: parallel peeled(first) -- i=0 writes a[n-1], which i=n-1 reads
  for (int i = 0; i < n; i++)
    a[i + n - 1] = a[i];
}
