// Functions of the program that have names of the library's are what the program says they are.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
#include <cstdlib>
#include <limits>

struct Counter {
  long value;
};
static int calls;
static long labs(Counter &c) { return c.value++; }
static long abs(const Counter &c) {
  ++calls;
  return c.value < 0 ? -c.value : c.value;
}
static double pow(Counter &c, int k) {
  c.value += k;
  return double(c.value);
}
static double floor(const double &x, int k) { return x * k; }
namespace {
int isalpha(int c, int) {
  ++calls;
  return c > 4;
}
} // namespace
template <class T> static T atan(T x, T) {
  ++calls;
  return x;
}
static double exp(double *p) { return *p += 1; }

void overloads(long *a, double *d, int n) {
  Counter c{0};
  // loomp: not-parallel -- each call counts
  for (int i = 0; i < n; i++)
    a[i] = labs(c);
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    a[i] = abs(c);
  // loomp: not-parallel -- `c.value`
  for (int i = 0; i < n; i++)
    d[i] = pow(c, 2);
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    a[i] = isalpha(i, 1);
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    d[i] = atan(1.0 * i, 2.0);
  double z = 0;
  // loomp: not-parallel -- `z`
  for (int i = 0; i < n; i++)
    d[i] = exp(&z);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    d[i] = floor(d[i], i);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    d[i] = std::exp(d[i]) + std::abs(d[i]) + std::floor(d[i]) + ::labs(i);
}

// What a program specializes in namespace std is its own.
struct Foo {};
template <> struct std::numeric_limits<Foo> {
  static int max() { return ++calls; }
};
void specialized(int *a, int n) {
  // loomp: not-parallel -- `calls`
  for (int i = 0; i < n; i++)
    a[i] = std::numeric_limits<Foo>::max();
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = std::numeric_limits<int>::max() - i;
}
