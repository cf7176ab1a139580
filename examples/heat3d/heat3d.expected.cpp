//===- heat3d.cpp - heat spreads through a block ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Explicit time steps of the heat equation on a cube of cells with a fixed boundary. Each step
// reads one grid and writes the other.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

using Grid = std::vector<double>;

void advance(int n, double rate, const Grid &from, Grid &to) {
  #pragma omp parallel for if(&from != &to)
  for (int i = 1; i < n - 1; i++) {
    for (int j = 1; j < n - 1; j++) {
      for (int k = 1; k < n - 1; k++) {
        double here = from[(i * n + j) * n + k];
        double around = from[((i - 1) * n + j) * n + k] + from[((i + 1) * n + j) * n + k] +
                        from[(i * n + j - 1) * n + k] + from[(i * n + j + 1) * n + k] +
                        from[(i * n + j) * n + k - 1] + from[(i * n + j) * n + k + 1];
        to[(i * n + j) * n + k] = here + rate * (around - 6.0 * here);
      }
    }
  }
}

// One face is hot, the rest of the block is cold.
void start(int n, Grid &grid) {
  #pragma omp parallel for
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      for (int k = 0; k < n; k++)
        grid[(i * n + j) * n + k] = i == 0 ? 100.0 : 0.0;
}

double total(const Grid &grid) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(grid.size() > 50000)
  for (double value : grid)
    sum += value;
  return sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 200;
  int steps = argc > 2 ? std::atoi(argv[2]) : 60;
  std::size_t size = static_cast<std::size_t>(n) * n * n;
  Grid old(size), next(size);
  start(n, old);
  start(n, next);
  for (int step = 0; step < steps; step++) {
    advance(n, 0.1, old, next);
    std::swap(old, next);
  }
  std::printf("heat %.9e, centre %.9e\n", total(old), old[(n / 2 * n + n / 2) * n + n / 2]);
}
