// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n, int m) {
  // loomp: parallel -- each iteration touches a[i] and b[i] only
  for (int i = 0; i < n; i++)
    if (i < m)
      a[i] = b[i];
    else
      b[i] = a[i];
}
