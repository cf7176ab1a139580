//===- team-owners.cpp - which thread has which iterations ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Under static schedules the answer is a matter of the compiler and its runtime, not of chance.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <initializer_list>
#include <omp.h>

template <class T> static void show(T begin, T end, T step, int threads) {
  constexpr int Most = 40;
  int owner[5][Most] = {};
  T l0, l1, l2, l3, l4; // last values
#pragma omp parallel for num_threads(threads) lastprivate(l0)
  for (T i = begin; i < end; i += step)
    owner[0][i] = omp_get_thread_num() + 1, l0 = i;
#pragma omp parallel for num_threads(threads) lastprivate(l1) schedule(static, 1)
  for (T i = begin; i < end; i += step)
    owner[1][i] = omp_get_thread_num() + 1, l1 = i;
#pragma omp parallel for num_threads(threads) lastprivate(l2) schedule(static, 3)
  for (T i = begin; i < end; i += step)
    owner[2][i] = omp_get_thread_num() + 1, l2 = i;
#pragma omp parallel for num_threads(threads) lastprivate(l3) schedule(static, 100)
  for (T i = begin; i < end; i += step)
    owner[3][i] = omp_get_thread_num() + 1, l3 = i;
#pragma omp parallel for num_threads(threads) lastprivate(l4)
  for (T i = end; i > begin; --i)
    owner[4][i] = omp_get_thread_num() + 1, l4 = i;
  for (auto &row : owner) {
    for (int cell : row)
      std::printf("%d", cell);
    std::printf("\n");
  }
  if (begin < end) // without an iteration they hold nothing
    std::printf("%d %d %d %d %d\n", int(l0), int(l1), int(l2), int(l3), int(l4));
}

int main() {
  for (int threads : {1, 2, 3, 8})
    for (int end : {0, 1, 2, 3, 5, 7, 9, 10, 24, 33})
      for (int step : {1, 2, 7})
        for (int begin : {0, 1, 4}) {
          std::printf("%d..%d by %d, %d threads\n", begin, end, step, threads);
          show<int>(begin, end, step, threads);
          show<unsigned>(begin, end, step, threads);
          show<long>(begin, end, step, threads);
          show<unsigned long>(begin, end, step, threads);
        }
}
