// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i;
  // loomp: parallel
  for (i = 0; i < n; i++)
    a[i] = i;
}
