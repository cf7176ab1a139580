// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
struct Base {
  int v;
  Base() : v(n++) {}
};
struct Derived : Base {};
void f() {
  // loomp: not-parallel -- the implicit constructor of Derived calls one that counts
  for (int i = 0; i < 1000; i++) {
    Derived x;
    a[i] = x.v;
  }
}
