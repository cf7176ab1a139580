// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
constexpr int triangle(int n) {
  int s = 0;
  // loomp: parallel reduction(+:s) -- but no directive may be written here
  for (int i = 0; i <= n; i++)
    s += i;
  return s;
}
static_assert(triangle(4) == 10);
