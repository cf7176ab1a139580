//===- team-main.cpp - runs all cases with all teams in many orders -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// With `throw`: one region that an exception leaves. With `instrumented`: cases that need a switch
// in the middle of an iteration must differ, too.
//
//===----------------------------------------------------------------------===//

#include "team-cases.h"

#include <cstdio>
#include <cstring>

extern "C" void fuzz_team_order(unsigned seed);
extern "C" void omp_set_num_threads(int threads);
extern "C" void omp_set_schedule(int kind, int chunk);
namespace parallel {
void throwOut();
}

static std::vector<double> results(const Case &one, long n, int threads) {
  std::vector<double> kept;
  Input input{n, threads, kept};
  one.run(input);
  return kept;
}

int main(int count, char **arguments) {
  constexpr unsigned Orders = 40;
  const char *mode = count > 1 ? arguments[1] : "";
  bool instrumented = std::strcmp(mode, "instrumented") == 0;
  if (std::strcmp(mode, "throw") == 0)
    parallel::throwOut();
  int same = 0, different = 0;
  for (std::size_t j = 0; j < serial::cases.size(); ++j) {
    const Case &one = parallel::cases[j];
    bool seenDescending = true, seenInLockstep = true, allSame = true;
    for (long n : {0, 1, 2, 5, 9})
      for (int threads : {1, 2, 3, 8}) {
        std::vector<double> expected = results(serial::cases[j], n, threads);
        for (unsigned order = 0; order < Orders; ++order) {
          fuzz_team_order(order);
          omp_set_num_threads(threads);
          omp_set_schedule(1 + order % 4, order / 4 % 3);
          std::vector<double> first = results(one, n, threads);
          fuzz_team_order(order);
          if (first != results(one, n, threads))
            std::printf("%s: not repeatable in order %u\n", one.name, order);
          if (first == expected) {
            if (n == 9 && threads > 1 && order == 1)
              seenDescending = false;
            if (n == 9 && threads > 1 && order == 2)
              seenInLockstep = false;
          } else if (one.expect == Expect::Same || threads == 1) {
            if (allSame)
              std::printf("%s: differs, n %ld, %d threads, order %u\n", one.name, n, threads,
                          order);
            allSame = false;
          }
        }
      }
    if (one.expect == Expect::Same)
      same += allSame;
    else if (one.expect == Expect::DifferentInLockstep && !instrumented)
      continue;
    else if (one.expect == Expect::Different ? seenDescending : seenInLockstep)
      ++different;
    else
      std::printf("%s: the error was not seen\n", one.name);
  }
  std::printf("%d same, %d different\n", same, different);
}
