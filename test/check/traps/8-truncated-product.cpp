// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f() {
  int m = 1000;
  // loomp: not-parallel -- every step truncates: 1 * 0.9 is 0
  for (int i = 0; i < 10; i++)
    if (i < 8)
      m *= 0.9;
  return m;
}
