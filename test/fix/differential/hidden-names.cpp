// RUN: %differential %s
// Variables that are also reached by constant pointers, by other names and at the end of scopes; types that may overlap
// any other.
#include <cstdio>
static long A[400], G, M[8], cnt;
static long *const GP = &G;
static long *const MP = M + 1;
static void show(const char *name, long value) {
  long sum = 0;
  for (long a : A)
    sum = (sum * 31 + a * 7) % 1000003;
  std::printf("%s %ld %ld\n", name, value, sum);
}

static long throughPointer(int n) {
  for (int i = 0; i < n; i++) {
    *GP = i;
    A[i] = G;
  }
  return G;
}
static long toPointer(int n) {
  for (int i = 0; i < n; i++) {
    G = i;
    A[i] = *GP;
  }
  return G;
}
static long counted(int n) {
  G = 0;
  for (int i = 0; i < n; i++) {
    A[*GP] = i;
    G++;
  }
  return G;
}
static long histogram(int n) {
  for (int i = 0; i < n; i++) {
    M[A[i] & 1]++;
    *MP += 2;
  }
  return M[0] * 1000 + M[1];
}
static long staticLocal(int n) {
  static long x = 0;
  static long *const p = &x;
  for (int i = 0; i < n; i++) {
    *p = i;
    A[i] = x;
  }
  return x;
}
static long byDefault(long *p = &G) { return *p; }
static long inDefault(int n) {
  for (int i = 0; i < n; i++) {
    G = i;
    A[i] = byDefault();
  }
  return G;
}

static void add(int *p) { cnt += *p; }
static void put(int *p) { A[*p + 1] = *p; }
static long atEnds(int n) {
  cnt = 0;
  for (int i = 0; i < n; i++) {
    int v __attribute__((cleanup(add))) = i;
    A[i] = v;
  }
  return cnt;
}
static long elementsAtEnds(int n) {
  long s = 0;
  for (int i = 0; i < n; i++) {
    int v __attribute__((cleanup(put))) = i;
    s += A[i];
  }
  return s;
}
static long boundAtEnds(int n) {
  cnt = 20;
  long s = 0;
  for (int i = 0; i < cnt && i < n; i++) {
    int v __attribute__((cleanup(add))) = -1;
    s += i;
  }
  return s;
}
static long lastAtEnd(int n) {
  cnt = 0;
  {
    int v __attribute__((cleanup(add))) = 7;
    for (int i = 0; i < n; i++) {
      v = i;
      A[i] = v;
    }
  }
  return cnt;
}

typedef int __attribute__((may_alias)) aliasing;
static float F[64];
static long shortened(const aliasing *m, float *p) {
  long count = 0;
  for (int i = 0; i < *m; i++) {
    p[i] = 0;
    count++;
  }
  return count;
}

int main() {
  show("throughPointer", throughPointer(399));
  show("toPointer", toPointer(399));
  show("counted", counted(399));
  show("histogram", histogram(399));
  show("staticLocal", staticLocal(399));
  show("inDefault", inDefault(399));
  show("atEnds", atEnds(399));
  show("elementsAtEnds", elementsAtEnds(399));
  show("boundAtEnds", boundAtEnds(399));
  show("lastAtEnd", lastAtEnd(399));
  *reinterpret_cast<aliasing *>(&F[5]) = 50;
  show("shortened", shortened(reinterpret_cast<aliasing *>(&F[5]), F));
}
