// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
#include <math.h>
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    b[i] = sqrt(a[i]) + fabs(cos(a[i])) + fmax(a[i], 0) + floor(a[i]);
}
