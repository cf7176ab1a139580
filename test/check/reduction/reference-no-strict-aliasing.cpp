// RUN: %loomp check --format=json %s -- -std=c++20 -fno-strict-aliasing | %verdicts %s
void f(long &count, const double *a, int n) {
  // Without strict aliasing count may be a[1]: i=0 changes what i=1 reads.
  // loomp: parallel reduction(+:count) assuming(no-alias)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      count++;
}
