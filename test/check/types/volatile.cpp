// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
volatile int reg;
void f(int n) {
  // loomp: not-parallel -- a device may see every store, in order
  for (int i = 0; i < n; i++)
    reg = i;
}
