//===- jacobi2d.cpp - heat flow on a plate, two grids -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every step averages the four neighbours of each inner point of the old grid into the new one,
// then the two grids change places. The left edge of the plate is hot.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

using Grid = std::vector<double>;

void relax(int n, const Grid &from, Grid &to) {
  #pragma omp parallel for if(n - 2 > 50 && &from != &to)
  for (int i = 1; i < n - 1; i++)
    for (int j = 1; j < n - 1; j++)
      to[i * n + j] = 0.25 * (from[(i - 1) * n + j] + from[(i + 1) * n + j] + from[i * n + j - 1] +
                              from[i * n + j + 1]);
}

double mean(const Grid &grid) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(grid.size() > 20000)
  for (std::size_t i = 0; i < grid.size(); i++)
    sum += grid[i];
  return sum / grid.size();
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 1000;
  int steps = argc > 2 ? std::atoi(argv[2]) : 1000;
  std::size_t size = static_cast<std::size_t>(n) * n;
  Grid now(size, 0.0), next(size, 0.0);
  #pragma omp parallel for if(n > 10000)
  for (int i = 0; i < n; i++)
    now[i * n] = next[i * n] = 100.0;

  for (int step = 0; step < steps; step++) {
    relax(n, now, next);
    std::swap(now, next);
  }
  std::printf("mean temperature %.9f\n", mean(now));
}
