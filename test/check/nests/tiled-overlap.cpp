// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1100], b[1100];
void f(int n) {
  // loomp: not-parallel -- tile 0 ends at 64, where tile 1 begins; both read and write a[64]
  for (int t = 0; t < n; t += 64)
    // loomp: parallel
    for (int i = t; i <= t + 64; i++)
      a[i] = 2 * a[i] + b[i];
}
