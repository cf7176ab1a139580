// RUN: %differential %s --args "30|0|-1|-5"
// Found by the fuzzer (kernel 8800230): g++ converts a wide bound to the type of a narrower index.
#include <cstdio>
#include <cstdlib>
static double a[1000];
static void one(long n) {
  for (unsigned i = 0; i < n; ++i)
    a[i] = i + 1;
}
static void two(long n) {
  for (unsigned i = 0; i < n; i += 2)
    a[i] += i;
}
static void narrow(int n) {
  for (int i = 0; i < n; ++i)
    a[i] *= 2;
}
int main(int argc, char **argv) {
  long n = argc > 1 ? std::atol(argv[1]) : 10;
  one(n);
  two(n);
  narrow(static_cast<int>(n));
  double sum = 0;
  for (int i = 0; i < 1000; ++i)
    sum += a[i] * (i % 17);
  std::printf("%g\n", sum);
}
