// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The end of a range may be what the header compares with, where nothing else names it.
#include <cstddef>

struct Grid {
  std::size_t rows, columns;
  double *data;
};

void copy(Grid *to, const Grid *from) {
  const std::size_t rows = from->rows, columns = from->columns;
  double *y = to->data, *x = from->data;
  // loomp: parallel -- the product may wrap, and so does the bound
  for (std::size_t i = 0; i < rows * columns; i++)
    y[i] = x[i];
}

void scale(Grid *to, const Grid *from, int offset, int vectors, double factor) {
  double *y = to->data, *x = from->data;
  int rows = static_cast<int>(from->rows) - offset;
  // loomp: parallel -- a difference times a number
  for (int i = 0; i < rows * vectors; i++)
    y[i] = factor * x[i];
}

// The header sets what it compares with: in front of the loop the text means something else.
void setByHeader(double *y, const double *x, std::size_t rows, std::size_t columns) {
  std::size_t i;
  // loomp: unknown needs-assumption -- and the text is evaluated in front of the header
  for (i = 0, rows = rows * 3; i < rows * columns; i++)
    y[i] = x[i];
}

std::size_t global = 5;
void fromGlobal(Grid *to, const Grid *from) {
  // loomp: unknown needs-assumption -- no variable of this function
  for (std::size_t i = 0; i < global * global; i++)
    to->data[i] = from->data[i];
}
