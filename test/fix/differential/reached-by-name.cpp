// RUN: %differential %s
// Bounds, starts and steps behind references and pointers that may lead into what the loop writes
// by its name; values of narrow variables behind their updates.
#include <algorithm>
#include <cstdio>
#include <initializer_list>
struct Shape {
  int n;
  int used;
};
static int a[400], g;
static Shape shape;
static long l[400];
static void show(const char *name, long value) {
  long sum = value;
  for (int i = 0; i < 400; i++)
    sum = (sum * 31 + a[i] * 7 + l[i]) % 1000003;
  std::printf("%s %ld %d %d\n", name, sum, g, shape.n);
  for (int i = 0; i < 400; i++)
    a[i] = i == 5 ? 20 : i % 7, l[i] = i;
  g = 50;
  shape = {9, 1};
}
static void bound(const int &m) {
  for (int i = 0; i < m; i++)
    a[i] = 2;
}
static void boundByPointer(const int *m) {
  for (int i = 0; i < m[2]; i++)
    a[i] = 3;
}
static void boundInMember(const Shape &s) {
  for (int i = 0; i < s.n; i++) {
    l[i] = 4;
    shape.n = 6;
  }
}
static int step(const int &m) {
  int c = 1;
  for (int i = 0; i < 30; i++) {
    a[i] = c;
    c += m;
  }
  return c;
}
static void start(const int &p) {
  for (int i = p; i < 300; i++)
    a[i] = 2;
}
static void startOfLast(const int &p, int n) {
  for (int i = p; i < n; i++) {
    l[i] = 2;
    g = 30;
  }
}
static void narrow(int n) {
  unsigned char c = 0;
  for (int i = 0; i < n; i++) {
    l[i] = c;
    c++;
    l[i] += c;
  }
}
static void narrowDown(int n, short k) {
  short c = 32000;
  for (int i = 0; i < n; i++) {
    l[i] = c;
    c = static_cast<short>(c - k);
    if (c > 0)
      l[i] = 5;
  }
}
static void deduced(int n) {
  unsigned char c = 0, d = 7;
  for (int i = 0; i < n; i++) {
    l[i] = c;
    c++;
    l[i] += std::max(c, d);
  }
}
static int kind(unsigned char) { return 1; }
static int kind(int) { return 2; }
static void overloaded(int n) {
  unsigned char c = 0;
  for (int i = 0; i < n; i++) {
    l[i] = c;
    c++;
    l[i] += kind(c);
  }
}
int main() {
  show("start", 0);
  int apart = 20;
  for (const int *m : std::initializer_list<const int *>{&apart, &a[5], &g}) {
    bound(*m);
    show("bound", 0);
    boundByPointer(m == &a[5] ? m - 2 : a + 60);
    show("boundByPointer", 0);
    show("step", step(*m));
    start(*m);
    show("start", 0);
    startOfLast(*m, 200);
    show("startOfLast", 0);
  }
  Shape other = {8, 0};
  boundInMember(other);
  show("boundInMember", 0);
  boundInMember(shape);
  show("boundInMember", 0);
  for (int n : {1, 255, 256, 300}) {
    narrow(n);
    show("narrow", n);
    narrowDown(n, 900);
    show("narrowDown", n);
    deduced(n);
    show("deduced", n);
    overloaded(n);
    show("overloaded", n + kind(n));
  }
}
