//===- mandelbrot.cpp - area of the Mandelbrot set ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Counts the points of a grid that do not escape. Points inside the set take all iterations, most
// points outside a few: rows differ widely in work.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

int iterationsToEscape(double re, double im, int limit) {
  double x = 0.0, y = 0.0;
  int count = 0;
  while (count < limit && x * x + y * y <= 4.0) {
    double next = x * x - y * y + re;
    y = 2.0 * x * y + im;
    x = next;
    count++;
  }
  return count;
}

long countInside(int n, int limit) {
  long inside = 0;
  #pragma omp parallel for reduction(+ : inside) schedule(dynamic)
  for (int row = 0; row < n; row++) {
    for (int column = 0; column < n; column++) {
      double re = -2.0 + 2.5 * (column + 0.5) / n;
      double im = -1.25 + 2.5 * (row + 0.5) / n;
      if (iterationsToEscape(re, im, limit) == limit)
        inside++;
    }
  }
  return inside;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 1200;
  long inside = countInside(n, 1000);
  double cell = 2.5 / n;
  std::printf("%ld of %ld points, area %.9f\n", inside, static_cast<long>(n) * n,
              inside * cell * cell);
}
