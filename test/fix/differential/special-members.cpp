// RUN: %differential %s
// Classes without a member function that a clause would call keep their loops serial.
#include <cstdio>
static int b[300];
struct NotAssigned {
  int x = 0;
  NotAssigned() = default;
  NotAssigned(const NotAssigned &) = default;
  NotAssigned &operator=(const NotAssigned &) = delete;
};
struct Constant {
  int x = 0;
  const int k = 3;
};
struct NotConstructed {
  int x;
  NotConstructed(int q) : x(q) {}
  NotConstructed() = delete;
};
struct Moved {
  int x = 0;
  Moved() = default;
  Moved(Moved &&) = default;
  Moved &operator=(Moved &&) = default;
};
struct Plain {
  int x = 0;
};
static int notAssigned(int n) {
  NotAssigned t;
  for (int i = 0; i < n; i++) {
    t.x = i;
    b[i] = t.x + 2;
  }
  return t.x;
}
static int constant(int n) {
  Constant t;
  for (int i = 0; i < n; i++) {
    t.x = i;
    b[i] += t.x + t.k;
  }
  return t.x;
}
static int notConstructed(int n) {
  NotConstructed t(4);
  for (int i = 0; i < n; i++) {
    t.x = i;
    b[i] += t.x + 2;
  }
  return 1;
}
static int moved(int n) {
  Moved t;
  for (int i = 0; i < n; i++) {
    t.x = i;
    b[i] += t.x + 2;
  }
  return t.x;
}
static int plain(int n) {
  Plain t;
  for (int i = 0; i < n; i++) {
    t.x = i;
    b[i] += t.x + 2;
  }
  return t.x;
}
int main() {
  long sum = notAssigned(300) + constant(300) + notConstructed(300) + moved(300) + plain(300);
  for (int i = 0; i < 300; i++)
    sum += b[i] * (i % 11);
  std::printf("%ld\n", sum);
}
