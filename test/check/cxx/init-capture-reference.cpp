// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int s = 0;
  auto add = [&r = s](int v) { r += v; };
  // loomp: not-parallel -- r is s: i=0 and i=1 both update it inside the lambda
  for (int i = 0; i < n; i++)
    add(a[i]);
  return s;
}
