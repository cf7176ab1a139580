// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001], b[1000];
int kind[1000];
void f(int n) {
  // loomp: not-parallel -- case 0 goes on to case 1: a[i+1] is also written by the next iteration
  for (int i = 0; i < n; i++)
    switch (kind[i]) {
    case 0:
      a[i] = b[i];
      [[fallthrough]];
    case 1:
      a[i + 1] = -b[i];
    }
}
