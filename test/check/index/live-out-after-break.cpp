// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int f(int n) {
  int i;
  // loomp: serial early-exit -- i is where the loop stopped
  for (i = 0; i < n; i++)
    if (a[i] < 0)
      break;
  return i;
}
