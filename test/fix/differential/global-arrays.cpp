// RUN: %differential %s
// Arrays of static storage that each iteration fills alike: the last one leaves what stays.
#include <cstdio>

static long table[128], edges[40];
static long input[4000], result[4000];

__attribute__((noinline)) static void scratch(int m, int k, const long *a, long *__restrict out) {
  for (int r = 0; r < m; ++r) {
    for (int i = 0; i < k; ++i)
      table[i] = a[i] * r + r % 7;
    out[r] = table[0] + table[k - 1] * 3;
  }
}
__attribute__((noinline)) static long ofFunction(int m, const long *a, long *__restrict out) {
  static long w[16] = {5, 6, 7};
  long before = w[1] + w[15];
  for (int r = 0; r < m; ++r) {
    for (int i = 0; i < 16; ++i)
      w[i] = a[i] + r;
    out[r] = w[2] + w[5];
  }
  return before;
}
static void fill(long *t, int m, long x) {
  for (int i = 0; i < m; ++i)
    t[i] = x + i;
}
__attribute__((noinline)) static void handedOver(int m, long *__restrict out) {
  for (int r = 0; r < m; ++r) {
    fill(edges + 1, 30, r);
    out[r] = edges[2] + edges[0] + edges[35];
  }
}
__attribute__((noinline)) static void otherPointer(int m, const long *q, long *__restrict out) {
  for (int r = 0; r < m; ++r) {
    for (int i = 0; i < 16; ++i)
      table[i] = r * i;
    out[r] = table[3] + *q;
  }
}
__attribute__((noinline)) static void intoItself(int m, long *out) {
  for (int r = 0; r < m; ++r) {
    for (int i = 0; i < 16; ++i)
      table[i] = r * i;
    out[r] = table[3] + r;
  }
}
static long sum() { return table[0] + table[1]; }
__attribute__((noinline)) static void readByCallee(int m, const long *a, long *__restrict out) {
  for (int r = 0; r < m; ++r) {
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = sum();
  }
}

static void show(const char *name) {
  long s = 0, t = 0, e = 0;
  for (int i = 0; i < 4000; ++i)
    s += result[i] * (i % 13 + 1);
  for (int i = 0; i < 128; ++i)
    t += table[i] * (i + 1);
  for (int i = 0; i < 40; ++i)
    e += edges[i] * (i + 1);
  std::printf("%s %ld %ld %ld\n", name, s, t, e);
}

int main() {
  for (int i = 0; i < 4000; ++i)
    input[i] = i * 37 % 1009;
  for (int i = 0; i < 128; ++i)
    table[i] = 1000 + i;
  for (int i = 0; i < 40; ++i)
    edges[i] = 500 - i;
  const int trips[] = {4000, 3, 1, 0};
  for (int m : trips) {
    scratch(m, 100, input, result);
    show("scratch");
    std::printf("%ld\n", ofFunction(m, input, result));
    show("function");
    handedOver(m, result);
    show("handed over");
    otherPointer(m, &input[7], result);
    show("other pointer");
    otherPointer(m, &table[5], result);
    show("own pointer");
    intoItself(m < 60 ? m : 60, table + 64);
    show("into itself");
    readByCallee(m, input, result);
    show("callee");
  }
  scratch(0, 100, input, result);
  show("none");
}
