// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  long total = 0;
  long half() const { return total / 2; }
  void add(const int *a, int *b, int n) {
    // loomp: not-parallel -- half() reads this->total, not a private copy, in the middle of the sum
    for (int i = 0; i < n; i++) {
      total += a[i];
      b[i] = half();
    }
  }
};
