// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double &s, double *a, int n) {
  // s may be a[1]: then i=0 changes a[1], which i=1 reads. An `if` clause would keep the
  // reduction's private copies, so the check chooses between two versions of the loop.
  // loomp: parallel reduction(+:s) assuming(no-alias)
  for (int i = 0; i < n; i++)
    s += a[i];
}
