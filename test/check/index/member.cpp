// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct S {
  int i;
  double a[1000];
  void f(int n) {
    // loomp: not-parallel -- OpenMP wants a variable as index, not a member
    for (this->i = 0; this->i < n; this->i++)
      a[this->i] = 1;
  }
};
