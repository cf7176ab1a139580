// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by loomp-brute-force (dependences): a guard on a value that the model does not follow was
// taken for one that some input makes true.
void f(int *a, int n, int x) {
  int k = (x * x) >> 30;
  // loomp: unknown carried-flow-dependence -- 'k' is at most 1: no iteration writes at all
  for (int i = 1; i < n; i++)
    if (k > 5)
      a[i] = a[i - 1] + 1;
}
void g(int *a, int n, int k) {
  // loomp: serial carried-flow-dependence -- with k = 6, i=1 writes a[1] and i=2 reads it
  for (int i = 1; i < n; i++)
    if (k > 5)
      a[i] = a[i - 1] + 1;
}
