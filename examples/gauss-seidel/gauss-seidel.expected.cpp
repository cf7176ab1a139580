//===- gauss-seidel.cpp - heat flow on a plate, in place ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each point uses neighbours that the same sweep has already updated: it converges faster than
// jacobi2d for exactly the reason that its loops must stay serial.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Grid = std::vector<double>;

void sweep(int n, Grid &grid) {
  for (int i = 1; i < n - 1; i++)
    for (int j = 1; j < n - 1; j++)
      grid[i * n + j] = 0.25 * (grid[(i - 1) * n + j] + grid[(i + 1) * n + j] +
                                grid[i * n + j - 1] + grid[i * n + j + 1]);
}

double mean(const Grid &grid) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(grid.size() > 20000)
  for (std::size_t i = 0; i < grid.size(); i++)
    sum += grid[i];
  return sum / grid.size();
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 700;
  int sweeps = argc > 2 ? std::atoi(argv[2]) : 800;
  Grid grid(static_cast<std::size_t>(n) * n, 0.0);
  #pragma omp parallel for if(n > 20000)
  for (int i = 0; i < n; i++)
    grid[i * n] = 100.0;

  for (int step = 0; step < sweeps; step++)
    sweep(n, grid);

  std::printf("mean temperature %.9f\n", mean(grid));
}
