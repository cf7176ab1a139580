// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
bool f(const int *a, int n) {
  bool ok = true;
  // The caller may rely on `ok &&` to stop reading: a may have fewer than n elements.
  // loomp: not-parallel -- i=1 reads a[1] only if i=0 left ok true
  for (int i = 0; i < n; i++)
    ok = ok && a[i] > 0;
  return ok;
}
