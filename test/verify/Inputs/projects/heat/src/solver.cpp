#include "grid.h"

#include <cmath>

double step(const Grid &from, Grid &to) {
  double most = 0;
  for (int i = 1; i < from.rows - 1; ++i)
    for (int j = 1; j < from.columns - 1; ++j) {
      double next = 0.25 * (from(i - 1, j) + from(i + 1, j) + from(i, j - 1) + from(i, j + 1));
      most = std::fmax(most, std::fabs(next - from(i, j)));
      to(i, j) = next;
    }
  return most;
}

double total(const Grid &grid) {
  double sum = 0;
  for (int i = 0; i < grid.rows; ++i)
    for (int j = 0; j < grid.columns; ++j)
      sum += grid(i, j);
  return sum;
}
