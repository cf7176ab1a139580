// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- i=1 writes a[2], i=2 reads it
  for (int i = 0; i < n; i++)
    *(a + i + 1) = i[a];
}
