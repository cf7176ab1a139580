// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The cells have the type of the width of a row: as far as types tell, one is written as the other.
#include <vector>
class Grid {
public:
  Grid(int r, int c) : rows(r), columns(c), cells(r * c) {}
  int &operator()(int r, int c) { return cells[r * columns + c]; }
  int rows, columns;
  std::vector<int> cells;
};
class View {
public:
  int &operator()(int r, int c) { return cells[r * columns + c]; }
  int rows, columns, *cells;
};
void fill(Grid &g, int n) {
  // loomp: parallel
  for (int i = 1; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < g.columns - 1; ++j)
      g(i, j) = j;
}
void fromFirstRow(Grid &g, Grid &h, int n) {
  // loomp: parallel
  for (int i = 1; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < g.columns - 1; ++j)
      g(i, j) = h(0, j) + 1;
}
void fromRowBefore(Grid &g, int n) {
  // loomp: not-parallel -- row i reads row i - 1
  for (int i = 1; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < g.columns; ++j)
      g(i, j) = g(i - 1, j) + 1;
}
void widthChanges(Grid &g, int n) {
  // loomp: not-parallel -- the rows may get narrower
  for (int i = 1; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < g.columns; ++j)
      g(i, j) = j;
    g.columns -= i & 1;
  }
}
void mayLeadToWidth(View &v, int n) {
  // loomp: parallel assuming(no-alias) -- cells may lead to the width
  for (int i = 1; i < n; i++)
    // loomp: parallel assuming(no-alias) -- here, too
    for (int j = 0; j < v.columns; ++j)
      v(i, j) = j;
}
