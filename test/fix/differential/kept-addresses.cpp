// RUN: %differential %s
// Functions of the elements, which the library runs, may keep addresses.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>
static int a[100], b[100];
static const int *last;
struct Copied {
  int v;
  Copied(int q) : v(q) {}
  Copied(const Copied &o) : v(o.v) { last = &o.v; }
};
struct Assigned {
  int v = 0;
  Assigned() = default;
  Assigned(const Assigned &) = default;
  Assigned &operator=(const Assigned &o) {
    v = o.v;
    last = &o.v;
    return *this;
  }
};
struct Compared {
  int v = 0;
  bool operator==(const Compared &o) const {
    last = &o.v;
    return v == o.v;
  }
};
struct Made {
  int v = 0;
  Made() { last = &v; }
};
static int pushed(int n) {
  Copied k(3);
  std::vector<Copied> w;
  w.push_back(k);
  int s = 0;
  for (int i = 0; i < n; i++) {
    k.v += a[i];
    s ^= *last;
  }
  return s + k.v;
}
static int filled(int n) {
  Assigned k;
  std::vector<Assigned> w(3);
  std::fill(w.begin(), w.end(), k);
  for (int i = 0; i < n; i++) {
    k.v += a[i];
    b[i] = *last;
  }
  return k.v;
}
static int found(int n) {
  Compared k;
  std::vector<Compared> w(3);
  bool isThere = std::find(w.begin(), w.end(), k) != w.end();
  for (int i = 0; i < n; i++) {
    k.v += a[i];
    b[i] = *last;
  }
  return k.v + isThere;
}
static int owned(int n) {
  auto w = std::make_unique<Made>();
  int s = 0;
  for (int i = 0; i < n; i++) {
    w->v += a[i];
    s ^= *last;
  }
  return s;
}
int main() {
  for (int i = 0; i < 100; i++)
    a[i] = i;
  std::printf("%d %d", pushed(100), filled(100));
  long sum = 0;
  for (int i = 0; i < 100; i++)
    sum = sum * 31 % 1000007 + b[i];
  std::printf(" %ld %d", sum, found(100));
  for (int i = 0; i < 100; i++)
    sum = sum * 31 % 1000007 + b[i];
  std::printf(" %ld %d\n", sum, owned(100));
}
