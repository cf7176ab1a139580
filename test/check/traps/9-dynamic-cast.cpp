// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {
  int v = 0;
};
int a[1000];
void f(Base &b) {
  // loomp: not-parallel -- a failed cast of a reference throws std::bad_cast
  for (int i = 0; i < 1000; i++)
    a[i] = dynamic_cast<Derived &>(b).v;
}
