// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *__restrict y, int n) {
  double *x = y + 1; // based on y: allowed to alias it
  // loomp: serial carried-anti-dependence -- i=0 reads y[1], i=1 overwrites it
  for (int i = 0; i < n; i++)
    y[i] = x[i];
}
