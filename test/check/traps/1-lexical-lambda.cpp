// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int sum = 0;
  auto add = [&](int v) { sum += v; };
  // loomp: not-parallel -- the lambda was bound to the shared sum before the loop
  for (int i = 0; i < n; i++)
    add(a[i]);
  return sum;
}
