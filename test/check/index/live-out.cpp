// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int f(int n) {
  int i;
  // loomp: parallel -- after the loop i is max(n, 0)
  for (i = 0; i < n; i++)
    a[i] = i;
  return i;
}
