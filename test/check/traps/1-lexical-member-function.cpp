// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  int total = 0;
  void add(int v) { total += v; }
  void all(const double *a, int n) {
    // loomp: not-parallel -- add() updates this->total, not the private copy of a reduction
    for (int i = 0; i < n; i++) {
      total += a[i] > 0;
      add(1);
    }
  }
};
