// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int limit;
static int clamp(int v) { return v > limit ? limit : v; }
int a[1000];
void f(int n) {
  // loomp: parallel -- limit is only read
  for (int i = 0; i < n; i++)
    a[i] = clamp(a[i]);
}
