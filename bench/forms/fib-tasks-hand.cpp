//===- fib-tasks-hand.cpp - Fibonacci numbers, tasks by hand --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What an expert makes of fib.cpp: a task for one of the two calls, and below 25 the serial
// function, for a task costs as much as hundreds of calls. Usage: fib-tasks-hand [N].
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

long fib(int n) {
  if (n < 2)
    return n;
  return fib(n - 1) + fib(n - 2);
}

long fibTasks(int n) {
  const int cutoff = 25;
  if (n < cutoff)
    return fib(n);
  long a;
#pragma omp task shared(a)
  a = fibTasks(n - 1);
  long b = fibTasks(n - 2);
#pragma omp taskwait
  return a + b;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 43;
  long result;
#pragma omp parallel
#pragma omp single
  result = fibTasks(n);
  std::printf("fib: %ld\n", result);
}
