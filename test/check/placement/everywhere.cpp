// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n, int c) {
  // loomp: parallel
  { for (int i = 0; i < n; i++) a[i] = 1; }
  if (c == 1)
    // loomp: parallel
    for (int i = 0; i < n; i++)
      a[i] = 2;
  // loomp: parallel
  else for (int i = 0; i < n; i++) a[i] = 3;
  switch (c) {
  case 1:
    // loomp: parallel
    for (int i = 0; i < n; i++)
      a[i] = 4;
    break;
  // loomp: parallel
  default: for (int i = 0; i < n; i++) a[i] = 5;
  }
// loomp: parallel
again: for (int i = 0; i < n; i++) a[i] = 6;
  if (a[0] < 0)
    goto again;
}
