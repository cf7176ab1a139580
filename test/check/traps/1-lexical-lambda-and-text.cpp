// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int sum = 0;
  auto add = [&](int v) { sum += v; };
  // loomp: not-parallel -- half of the updates stand in the text, half in the lambda
  for (int i = 0; i < n; i++) {
    sum += a[i];
    add(a[i]);
  }
  return sum;
}
