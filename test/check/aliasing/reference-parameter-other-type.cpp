// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(long &count, const double *a, int n) {
  // loomp: parallel reduction(+:count) -- a long is never an element of an array of double
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      count++;
}
