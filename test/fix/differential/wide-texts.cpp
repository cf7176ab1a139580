// RUN: %differential %s
// The source computes in a type that is wider than its variables, and so must the texts: in guards,
// closed forms, values behind the loop and split headers.
#include <cstdio>
#include <initializer_list>
static long y[256];
static void show(const char *name, long value) {
  long sum = 0;
  for (int i = 0; i < 256; i++)
    sum = (sum * 31 + y[i] * 7) % 1000003;
  std::printf("%s %ld %ld\n", name, value, sum);
}
static long downFrom(unsigned n) {
  long last = -1;
  for (long i = (long)n - 1; i >= 0; i--) {
    last = y[i] + 2;
    y[i] = last;
  }
  return last;
}
static long indexBehind(unsigned n) {
  long i;
  for (i = (long)n - 1; i >= 0; i--)
    y[i] = 3;
  return i;
}
static long upTo(unsigned n) {
  long last = 5;
  for (long i = 0; i < (long)n - 1; i++) {
    last = i;
    y[i] = last;
  }
  return last;
}
static long circle(unsigned n) {
  long k = 5;
  for (long i = (long)n - 1; i >= 0; i--) {
    y[i] = k;
    k = k + 1 == 9 ? 0 : k + 1;
  }
  return k;
}
static long counted(unsigned s, int u) {
  long c = 0;
  for (long i = s - 1L; i < u; i++) {
    y[c] = i;
    c++;
  }
  return c;
}
static long scaled(int n) {
  long c = 0;
  for (long i = 4L * n - 5; i < 4L * n; i++) {
    y[c] = i % 1000;
    c++;
  }
  return c;
}
static long scaledBehind(int n, int m) {
  long c = 0;
  for (long i = m + 4L * n; i < m + 4L * n + 9; i++) {
    y[c] = i % 1000;
    c++;
  }
  return c;
}
static long sum(int n, int m) {
  long c = 0;
  for (long i = (long)n + m; i < (long)n + m + 9; i++) {
    y[c] = i % 1000;
    c++;
  }
  return c;
}
static long farBound(int n, int m) {
  long t = 7;
  for (long i = 0; i < (long)n + m - 4000000000L; i++) {
    t = i;
    y[i] = t;
  }
  return t;
}
// The other variable of the header changes what the start of the index reads.
static int behindTheStart(int n) {
  int k = 2;
  for (int i = k, j = k++; i < n; i++)
    y[i] = j + 40;
  return k;
}
// The step is wider than what it is added to, and cut with it.
static long wideStep(int n) {
  int c = 0;
  for (int i = 0; i < n; i++) {
    y[i + 50] = c;
    c += 4294967297;
    y[i] = c;
  }
  return c;
}
// The sum of the steps wraps: half of a product that wrapped, too, would be another number.
static long growingSteps(int n, unsigned k) {
  unsigned c = 0;
  for (int i = 0; i < n; i++) {
    y[i] = c;
    c += i * k;
  }
  return c;
}
int main() {
  show("wideStep", wideStep(20));
  show("growingSteps", growingSteps(250, 4000000000u));
  for (unsigned n : {0u, 1u, 2u, 100u}) {
    show("downFrom", downFrom(n));
    show("indexBehind", indexBehind(n));
    show("upTo", upTo(n));
    show("circle", circle(n));
  }
  for (unsigned s : {0u, 1u, 3u})
    show("counted", counted(s, 9));
  for (int n : {-600000000, -1, 2, 600000000}) {
    show("scaled", scaled(n));
    show("scaledBehind", scaledBehind(n, 2000000000));
    show("sum", sum(n, n > 0 ? 2000000000 : -2000000000));
  }
  show("farBound", farBound(2000000000, 2000000100));
  show("farBound", farBound(-2000000000, -2000000100));
  show("behindTheStart", behindTheStart(20));
}
