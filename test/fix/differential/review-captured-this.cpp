// RUN: %differential %s --expect-unchanged
// 'last' is the member of the captured 'this', not of the 'this' of Context::run, which dies with
// the iteration: i=0 writes it, i=1 reads it.
#include <cstdio>
static int out[100000];
struct Context {
  int pad;
  template <class F> void run(F &f, int i) { f(i); }
};
struct A {
  unsigned last = 0;
  void go(int n) {
    for (int i = 0; i < n; i++) {
      auto f = [this](int i) { last = last * 3 + i; };
      Context c;
      c.run(f, i);
      out[i] = i;
    }
  }
};
int main() {
  A x;
  x.go(100000);
  printf("%u\n", x.last);
}
