// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  int total = 0;
  double a[1000];
  void f(int n) {
    auto add = [=, this] { total++; };
    // loomp: not-parallel -- the lambda updates this->total
    for (int i = 0; i < n; i++) {
      a[i] = i;
      add();
    }
  }
};
