// RUN: %differential %s
#include <cstdio>
static int n, alive, a[20000], b[20000], c[20000];
struct Id {
  int v;
  Id() : v(n++) {}
};
struct Guard {
  int v = 1;
  ~Guard() { alive++; }
};
struct Next {
  operator int() const { return n++; }
};
static int tag(int i, int serial = n++) { return i + serial; }
int main() {
  for (int i = 0; i < 20000; i++) {
    Id x;
    a[i] = x.v;
  }
  for (int i = 0; i < 20000; i++) {
    Guard g;
    b[i] = alive + g.v;
  }
  Next next;
  for (int i = 0; i < 20000; i++)
    c[i] = next;
  for (int i = 0; i < 20000; i++)
    c[i] += tag(i);
  long s = 0;
  for (int i = 0; i < 20000; i++)
    s += (long)a[i] * (i % 5) + (long)b[i] * (i % 7) + (long)c[i] * (i % 11);
  std::printf("%ld %d %d\n", s, n, alive);
}
