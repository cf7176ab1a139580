// A function that takes an object by reference changes no more of it than the members that it, or
// the caller by what it returns, writes.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <vector>

struct Matrix {
  std::vector<double> cells;
  int columns;
};
struct Flat {
  double cells[400];
  int columns;
};
struct View {
  double *cells;
  int columns;
};

double &at(Matrix &m, int i, int j) { return m.cells[i * m.columns + j]; }
double &at(Flat &m, int i, int j) { return m.cells[i * m.columns + j]; }
double &at(View &m, int i, int j) { return m.cells[i * m.columns + j]; }
double get(const Matrix &m, int i, int j) { return m.cells[i * m.columns + j]; }

void fill() {
  Matrix m{std::vector<double>(400), 20};
  Flat f{{}, 20};
  View v{new double[400], 20};
  // loomp: parallel
  for (int i = 0; i < 20; ++i)
    // loomp: parallel
    for (int j = 0; j < 20; ++j)
      at(m, i, j) = i * j;
  // loomp: parallel
  for (int i = 0; i < 20; ++i)
    // loomp: parallel
    for (int j = 0; j < 20; ++j)
      at(f, i, j) = i * j;
  // loomp: parallel
  for (int i = 0; i < 20; ++i)
    // loomp: parallel
    for (int j = 0; j < 20; ++j)
      at(v, i, j) = get(m, j, i);
  delete[] v.cells;
}

void halve(Matrix &m, int rows) {
  // loomp: parallel
  for (int i = 0; i < rows; ++i)
    at(m, i, 0) *= 0.5;
}

void shift() {
  Matrix m{std::vector<double>(400), 20};
  // loomp: not-parallel -- the row above
  for (int i = 1; i < 20; ++i)
    // loomp: parallel
    for (int j = 0; j < 20; ++j)
      at(m, i, j) = at(m, i - 1, j) + 1;
}

// What the functions write counts.
double &widened(Matrix &m, int i, int j) {
  m.columns = i;
  return m.cells[i * m.columns + j];
}
double &grown(Matrix &m, int i) {
  m.cells.push_back(0);
  return m.cells[i];
}
void narrow(int &columns) { --columns; }
double &narrowed(Matrix &m, int i, int j) {
  narrow(m.columns);
  return m.cells[i * m.columns + j];
}
double &emptied(Matrix &m, int i) {
  m = Matrix{std::vector<double>(400), 1};
  return m.cells[i];
}

void changing() {
  Matrix m{std::vector<double>(400), 20};
  // loomp: not-parallel -- `columns` is another number in each iteration
  for (int i = 0; i < 20; ++i)
    widened(m, i, 0) = i;
  // loomp: not-parallel -- it grows
  for (int i = 0; i < 20; ++i)
    grown(m, i) = i;
  // loomp: not-parallel -- by the reference that another function has
  for (int i = 0; i < 20; ++i)
    narrowed(m, i, 0) = i;
  // loomp: not-parallel -- all of it
  for (int i = 0; i < 20; ++i)
    emptied(m, i) = i;
}

// What is returned may be the number of columns itself.
struct Table {
  int cells[400];
  int columns;
};
int &cell(Table &t, int i) { return i < 400 ? t.cells[i] : t.columns; }
int &item(Table &t, int i) { return t.cells[i * t.columns]; }

void aliased(int n) {
  Table t{{}, 1};
  // loomp: not-parallel -- the last one is `columns`
  for (int i = 0; i < n; ++i)
    cell(t, i) = i + item(t, 0);
}

struct Holder {
  Matrix *other;
  int columns;
};
void bind(Holder &h, Matrix &m) { h.other = &m; }
double &through(Holder &h, int i) {
  h.other->columns = i;
  return h.other->cells[i];
}

void reached() {
  Matrix m{std::vector<double>(400), 20};
  Holder h{nullptr, 0};
  bind(h, m);
  // loomp: not-parallel -- `h` leads to `m`, whose columns change
  for (int i = 0; i < 20; ++i)
    through(h, i) = m.columns;
}
