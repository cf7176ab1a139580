//===- seconds.h - the time that a computation takes, without its start ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_BENCH_SECONDS_H
#define LOOMP_BENCH_SECONDS_H

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

/// Prepares and computes as often as the first argument says, and prints to standard error the
/// median of the seconds that computing took. The first time does not count if there are more: a
/// device starts up in it.
template <typename Prepare, typename Compute>
void printSeconds(int argc, char **argv, Prepare prepare, Compute compute) {
  int repetitions = argc > 1 ? std::atoi(argv[1]) : 1;
  std::vector<double> seconds;
  for (int r = 0; r < repetitions; r++) {
    prepare();
    auto start = std::chrono::steady_clock::now();
    compute();
    std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    if (r > 0 || repetitions == 1)
      seconds.push_back(elapsed.count());
  }
  std::sort(seconds.begin(), seconds.end());
  if (!seconds.empty())
    std::fprintf(stderr, "seconds: %.9f\n", seconds[seconds.size() / 2]);
}

#endif // LOOMP_BENCH_SECONDS_H
