// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Base {
  virtual ~Base() = default;
  virtual void touch(int) {}
};
double a[1000];
void f(Base *b, int n) {
  // loomp: not-parallel -- an override may do anything
  for (int i = 0; i < n; i++) {
    a[i] = i;
    b->touch(i);
  }
}
