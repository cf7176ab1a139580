// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: parallel peeled(last) -- n=2: i=0 writes a[1], i=1 reads a[1]; n odd: only i=n/2 itself
  for (int i = 0; i <= n / 2; i++)
    a[n - 1 - i] = a[i];
}
