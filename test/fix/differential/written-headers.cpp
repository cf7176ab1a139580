// RUN: %differential %s
// Headers that count but are not written as OpenMP wants them; starts and bounds of other types.
#include <climits>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
static long a[4000];
static void show(const char *name, long extra) {
  long sum = extra;
  for (int i = 0; i < 4000; i++)
    sum = (sum * 31 + a[i]) % 1000003;
  std::printf("%s %ld\n", name, sum);
}
static void negated(int n) {
  for (int i = 0; !(i >= n); i++)
    a[i] = 1;
  for (unsigned i = 900; !(i <= 20); --i)
    a[i] = 2;
  for (int i = 0; !(i == n); i++)
    a[i] += 3;
  for (int i = 0; !!(i < n); i++)
    a[i] += 4;
  for (unsigned i = static_cast<unsigned>(n); !(0 == i); i--)
    a[i] += 5;
  for (int i = 0; not(i >= n); i++)
    a[i] += a[0];
  for (long *p = a; !(p == a + n); p++)
    *p += 6;
}
static void parenthesized(int n) {
  int i;
  for (i = 0; (i) < n; i++)
    a[i] += 7;
  for (i = 0; i < n; ++(i))
    a[i] += 8;
  for ((i) = 0; i < n; (i)++)
    a[i] += 9;
  for ((i = 0); (i < n); (i++))
    a[i] += 10;
  for (i = 0; i < (n); i = (i) + 1)
    a[i] += 11;
}
static long sum;
static void unsignedStart(int n) {
  sum = 0;
  for (int i = 0u; i + 1 >= n; i--)
    sum += i * 3;
}
#define ZERO 0u
static void unsignedStartInMacro(int n, const int *p) {
  sum = 0;
  for (int i = ZERO; i < n && i < *p; i++)
    sum += i + 1;
}
static void hidden(int n) {
  int m = 3;
  for (int i = m, m = 9; i < n; i++)
    a[i] = m;
}
static void seen(int n) {
  for (int m = 3, i = m; i < n; i++)
    a[i] += m;
}
static void narrow(long n) {
  if (n > 100)
    return;
  for (short i = 0; i < n; i++)
    a[i] += 12;
  for (unsigned char i = 0; i < sizeof(int); i++)
    a[i] += 13;
  for (unsigned short i = 0; i < 10u; i++)
    a[i] += 14;
  constexpr std::size_t N = 40;
  for (unsigned char i = 0; i < N; i++)
    a[i] += 15;
  for (short i = 0; i < 10; i++)
    a[i] += 16;
}
static long counts[16];
static void histogram(const int *k, int n) {
  // clang-format off
  for (int i = 0; i < n; i++) { if (k[i] > 3) counts[k[i]] += 2; a[i + 2000] = 1; }
  // clang-format on
}
int main() {
  static int k[1000];
  for (int i = 0; i < 1000; i++)
    k[i] = i * 7 % 13;
  for (int n : {1000, 30, 1, 0}) {
    negated(n);
    show("negated", n);
    parenthesized(n);
    show("parenthesized", n);
    hidden(n);
    show("hidden", n);
    seen(n);
    show("seen", n);
    narrow(n);
    show("narrow", n);
    histogram(k, n);
    show("histogram", counts[4] + counts[3]);
  }
  for (int n : {-9, -1, 0, 1, 2, 9}) {
    unsignedStart(n);
    show("unsignedStart", sum);
    int five = 5;
    unsignedStartInMacro(n, n > 0 ? &five : nullptr);
    show("unsignedStartInMacro", sum);
  }
}
