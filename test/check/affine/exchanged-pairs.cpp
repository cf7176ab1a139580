// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < n; i++)
    a[i ^ 1] = a[i];
}
