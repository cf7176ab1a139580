// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Field {
  double a[101];
  void take(const Field &other) {
    // loomp: parallel -- if other is not *this, which can be checked at run time
    for (int i = 0; i < 100; i++)
      a[i] = other.a[i + 1];
  }
};
