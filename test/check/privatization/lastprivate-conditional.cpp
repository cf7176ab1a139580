// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int f(int n) {
  int last = -1;
  // loomp: not-parallel -- assigned only under a guard: the last iteration may not assign it
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}
