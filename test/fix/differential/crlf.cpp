// RUN: rm -rf %t && mkdir %t
// RUN: %python -c "import sys; t = open(sys.argv[1], 'rb').read(); open(sys.argv[2], 'wb').write(t.replace(b'\n', b'\r\n'))" %s %t/crlf.cpp
// RUN: %differential %t/crlf.cpp
#include <cstdio>
static double a[500000];
int main() {
  double x = 0.5, s = 0;
  for (int i = 0; i < 500000; i++) {
    a[i] = x;
    x += 0.25;
  }
  for (int i = 0; i < 500000; i++)
    s += a[i];
  std::printf("%g %g\n", s, x);
}
