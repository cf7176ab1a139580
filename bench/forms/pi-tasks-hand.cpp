//===- pi-tasks-hand.cpp - pi by divide and conquer, tasks by hand --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What an expert makes of pi-recursive.cpp: a task for the left half, the right half in the task
// that is running, and below four blocks the serial function. Usage: pi-tasks-hand [STEPS].
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

double piTasks(long start, long finish, double step) {
  const long cutoff = 4 * 256 * 1024;
  if (finish - start <= cutoff)
    return pi(start, finish, step);
  long middle = start + (finish - start) / 2;
  double left;
#pragma omp task shared(left)
  left = piTasks(start, middle, step);
  double right = piTasks(middle, finish, step);
#pragma omp taskwait
  return left + right;
}

int main(int argc, char **argv) {
  long steps = argc > 1 ? std::atol(argv[1]) : 500000000;
  double result;
#pragma omp parallel
#pragma omp single
  result = piTasks(0, steps, 1.0 / static_cast<double>(steps));
  std::printf("pi: %.10f\n", result);
}
