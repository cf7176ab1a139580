// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
int f() {
  int s = 0;
  // loomp: not-parallel -- the sum so far selects the element to add
  for (int i = 0; i < 1000; i++)
    s += a[s % 10];
  return s;
}
