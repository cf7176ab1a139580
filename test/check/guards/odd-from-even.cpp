// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel -- odd elements are written, even ones read
  for (int i = 1; i < n; i++)
    if (i % 2 == 1)
      a[i] = a[i - 1];
}
