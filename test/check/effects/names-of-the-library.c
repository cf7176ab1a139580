// A function that the program declares is the library's; one that it defines is its own.
// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
double sqrt(double);
double fabs(double x);
static int calls;
static double floor(double x) {
  calls++;
  return (double)(long)x;
}
double ceil(double x) {
  calls++;
  return (double)(long)x + 1;
}

void f(double *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = sqrt(fabs(a[i]));
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    a[i] = floor(a[i]);
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    a[i] = ceil(a[i]);
}
