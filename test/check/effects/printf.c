// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
#include <stdio.h>
double a[1000];
void f(int n) {
  // loomp: serial observable-order -- even a rare message has its place among the others
  for (int i = 0; i < n; i++) {
    a[i] *= 2;
    if (a[i] > 1e9)
      fprintf(stderr, "large: %d\n", i);
  }
}
