// RUN: %differential %s
// The reduction variable is a member, in every spelling: at the loops no unqualified name 'total'
// or 'shared' of the dependent base nor 'q' of 'in' exists, so a clause that says one does not
// compile.
#include <cstdio>
static int a[1000];
template <class T> struct Base {
  T total = 0;
  static T shared;
};
template <class T> T Base<T>::shared = 0;
template <class T> struct Derived : Base<T> {
  T mine = 0;
  void go(int n) {
    for (int i = 0; i < n; i++)
      mine += a[i];
    for (int i = 0; i < n; i++)
      this->total += a[i];
    for (int i = 0; i < n; i++)
      Base<T>::shared += a[i];
    for (int i = 0; i < n; i++)
      Derived::mine += a[i];
  }
};
struct S {
  static long count;
  long m = 0;
  struct Inner {
    long q = 0;
  } in;
  void go(int n) {
    for (int i = 0; i < n; i++)
      count += a[i];
    for (int i = 0; i < n; i++)
      S::m += a[i];
    for (int i = 0; i < n; i++)
      in.q += a[i];
    auto f = [this, n] {
      for (int i = 0; i < n; i++)
        m += a[i];
    };
    f();
    auto g = [&] {
      for (int i = 0; i < n; i++)
        this->m += a[i];
    };
    g();
  }
};
long S::count = 0;
int main() {
  for (int i = 0; i < 1000; i++)
    a[i] = i;
  Derived<long> d;
  d.go(1000);
  S s;
  s.go(1000);
  printf("%ld %ld %ld %ld %ld %ld\n", d.mine, d.total, Base<long>::shared, S::count, s.m, s.in.q);
}
