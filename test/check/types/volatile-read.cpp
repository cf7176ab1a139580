// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
volatile int reg;
int a[1000];
void f(int n) {
  // loomp: not-parallel -- each read may give another value, in order
  for (int i = 0; i < n; i++)
    a[i] = reg;
}
