// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int limit[10], values[1000];
void f(int k) {
  int *n = &limit[k], *a = values;
  // loomp: parallel -- a leads to other memory than n
  for (int i = 0; i < *n; i++)
    a[i] = i;
  a = limit;
  // loomp: unknown bound-not-invariant -- with k=1, i=1 writes the bound
  for (int i = 0; i < *n; i++)
    a[i] = i;
}
