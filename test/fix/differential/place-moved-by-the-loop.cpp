// RUN: %differential %s
// `g[ref]` is one place in the loop, and another one in front of it: no local variable that is read
// from the text there may stand for it.

#include <cstdio>

struct Row {
  long k = 3;
  long g[50] = {};
  void moved(const int *d, short n, long m) {
    for (long r = 0; r <= m; ++r) {
      k = n;
      g[k] += d[r] % 500;
    }
  }
  void kept(const int *d, long m) {
    for (long r = 0; r <= m; ++r)
      g[k] += d[r] % 500;
  }
};

void byReference(long *__restrict g, const int *__restrict d, short n, long m) {
  short v = 0;
  short &ref = v;
  for (long r = 0; r <= m; ++r) {
    ref = n;
    g[ref] += d[r] % 500;
  }
}

void assigned(long *__restrict g, const int *__restrict d, short n, long m) {
  short v = 0;
  short &ref = v;
  for (long r = 0; r <= m; ++r) {
    ref = n;
    g[ref] = d[r] % 500;
  }
}

void byPointer(short *p, long *__restrict g, const int *__restrict d, short n, long m) {
  for (long r = 0; r <= m; ++r) {
    *p = n;
    g[*p] = d[r] % 500;
  }
}

int main() {
  int d[200];
  for (int i = 0; i < 200; i++)
    d[i] = i * 37 % 1001;
  Row row;
  row.moved(d, 7, 199);
  row.kept(d, 150);
  row.k = 9;
  row.kept(d, 99);
  long g[50] = {};
  byReference(g, d, 11, 180);
  assigned(g, d, 12, 177);
  short p = 2;
  byPointer(&p, g, d, 13, 166);
  for (int i = 0; i < 20; i++)
    std::printf("%ld %ld\n", row.g[i], g[i]);
  std::printf("%d %ld\n", p, row.k);
}
