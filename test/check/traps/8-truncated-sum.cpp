// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 8: looks like a reduction, is not.
int f() {
  int p = -50;
  // loomp: not-parallel -- every step truncates towards 0: -50 + 1.5 is -48, 0 + 1.5 is 1
  for (int i = 0; i < 10; i++)
    p += 1.5 * (i % 3);
  return p;
}
