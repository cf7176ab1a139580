// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[6000];
void f(int n) {
  // loomp: parallel -- 6*i is even, 4*j + 1 is odd
  for (int i = 0; i < n; i++)
    a[6 * i] = a[4 * i + 1];
}
