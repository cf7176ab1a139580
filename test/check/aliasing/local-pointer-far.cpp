// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[2000];
void f(int n) {
  double *p = a + n;
  // loomp: parallel -- writes a[n..2n-1], reads a[0..n-1]
  for (int i = 0; i < n; i++)
    p[i] = a[i];
}
