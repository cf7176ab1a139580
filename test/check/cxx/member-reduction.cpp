// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  long total = 0;
  void add(const double *a, int n) {
    // loomp: parallel reduction(+:total)
    for (int i = 0; i < n; i++)
      total += a[i] > 0;
  }
};
