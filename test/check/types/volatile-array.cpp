// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
volatile double a[1000];
void f(int n) {
  // loomp: not-parallel -- distinct elements, but volatile accesses keep their order
  for (int i = 0; i < n; i++)
    a[i] = i;
}
