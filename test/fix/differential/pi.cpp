// RUN: %differential %s --args "100000"
#include <cstdio>
#include <cstdlib>
int main(int, char **argv) {
  long n = std::atol(argv[1]);
  double step = 1.0 / n, sum = 0.0, x = 0.5 * step;
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  std::printf("%.9f\n", step * sum);
}
