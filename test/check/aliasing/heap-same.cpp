// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double *f(int n) {
  double *a = new double[n + 1]();
  double *b = a;
  // loomp: serial carried-anti-dependence -- one allocation, two names
  for (int i = 0; i < n; i++)
    a[i] = b[i + 1];
  return a;
}
