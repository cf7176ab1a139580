// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *__restrict y, int n) {
  // loomp: serial carried-anti-dependence -- restrict says nothing about y and y
  for (int i = 0; i < n; i++)
    y[i] = y[i + 1];
}
