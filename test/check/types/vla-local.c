// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
double f(int n) {
  double a[n], b[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    b[i] = i;
  // loomp: parallel
  for (int i = 0; i < n - 1; i++)
    a[i] = b[i + 1];
  a[n - 1] = 0;
  // loomp: serial carried-anti-dependence -- i=0 reads a[1], i=1 overwrites it
  for (int i = 0; i < n - 1; i++)
    a[i] = a[i + 1];
  return a[0];
}
