// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, int m) {
  // loomp: not-parallel -- m=1: i=0 writes a[0], i=1 reads it
  for (int i = 0; i < n; i++)
    if (i < m)
      a[i] = i;
    else
      a[i] = a[i - m];
}
