// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <cstdlib>
struct T {
  static int made;
  int v = made;
  static void *operator new(std::size_t n) {
    made++;
    return std::malloc(n);
  }
  static void operator delete(void *p) { std::free(p); }
};
int T::made = 0;
int a[1000];
void f(int n) {
  // loomp: not-parallel -- operator new counts, and the member initializer reads the count
  for (int i = 0; i < n; i++) {
    T *t = new T;
    a[i] = t->v;
    delete t;
  }
}
