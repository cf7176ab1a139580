// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Field {
  double a[100], b[101];
  void smooth() {
    // loomp: parallel
    for (int i = 0; i < 100; i++)
      a[i] = 0.5 * (b[i] + b[i + 1]);
  }
  void shift() {
    // loomp: serial carried-anti-dependence -- i=0 reads a[1], i=1 overwrites it
    for (int i = 0; i < 99; i++)
      a[i] = a[i + 1];
  }
};
