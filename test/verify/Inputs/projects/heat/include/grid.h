#pragma once

#include <vector>

class Grid {
public:
  Grid(int rows, int columns) : rows(rows), columns(columns), cells(rows * columns) {}
  double &operator()(int i, int j) { return cells[i * columns + j]; }
  double operator()(int i, int j) const { return cells[i * columns + j]; }
  const int rows, columns;

private:
  std::vector<double> cells;
};

/// One step of the explicit scheme; returns the largest change.
double step(const Grid &from, Grid &to);
double total(const Grid &grid);
