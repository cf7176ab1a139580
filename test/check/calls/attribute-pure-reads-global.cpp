// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
extern double a[1000];
double mean() __attribute__((pure));
void f(int n) {
  // loomp: not-parallel -- a pure function may read a, which every iteration writes
  for (int i = 0; i < n; i++)
    a[i] -= mean();
}
