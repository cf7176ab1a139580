// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- every access to i is an effect
  for (volatile int i = 0; i < n; i = i + 1)
    a[i] = 1;
}
