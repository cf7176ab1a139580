#include "grid.h"

#include <cstdio>
#include <cstdlib>

int main(int count, char **arguments) {
  int n = count > 1 ? std::atoi(arguments[1]) : 300;
  Grid a(n, n), b(n, n);
  for (int j = 0; j < n; ++j)
    a(0, j) = b(0, j) = 100;
  double change = 0;
  for (int t = 0; t < 50; ++t) {
    change = step(a, b);
    change = step(b, a);
  }
  std::printf("change %.9g, total %.9g\n", change, total(a));
}
