// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- b is only read
  for (int i = 0; i < n; i++)
    a[i] = b[i == 0 ? n - 1 : i - 1];
  // loomp: not-parallel -- i=0 writes a[0], i=1 reads it
  for (int i = 0; i < n; i++)
    a[i] += a[i == 0 ? n - 1 : i - 1];
}
