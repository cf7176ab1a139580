//===- fib.cpp - Fibonacci numbers by their definition --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The recursion with the least work in each call. Usage: fib [N].
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

long fib(int n) {
  if (n < 2)
    return n;
  return fib(n - 1) + fib(n - 2);
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 43;
  std::printf("fib: %ld\n", fib(n));
}
