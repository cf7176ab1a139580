//===- pi-recursive.cpp - pi by divide and conquer ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The integral of 4 / (1 + x * x), halved until a block of 256 Ki steps is left.
// Usage: pi-recursive [STEPS].
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

double pi(long start, long finish, double step) {
  const long block = 256 * 1024;
  if (finish - start <= block) {
    double sum = 0.0;
    for (long i = start; i < finish; ++i) {
      double x = (static_cast<double>(i) + 0.5) * step;
      sum += 4.0 / (1.0 + x * x);
    }
    return sum * step;
  }
  long middle = start + (finish - start) / 2;
  double left = pi(start, middle, step);
  double right = pi(middle, finish, step);
  return left + right;
}

int main(int argc, char **argv) {
  long steps = argc > 1 ? std::atol(argv[1]) : 500000000;
  std::printf("pi: %.10f\n", pi(0, steps, 1.0 / static_cast<double>(steps)));
}
