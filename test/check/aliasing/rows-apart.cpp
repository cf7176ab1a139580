// Rows that are vectors, or stand behind pointers, beside a range that may stand in one of them: a
// walk in front of the loop tells.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: cp %s %t.cpp && %loomp fix --cost-model=off %t.cpp -- -std=c++20 | true
// RUN: FileCheck %s --check-prefix=TEXT --input-file=%t.cpp
// RUN: %loomp check --format=json %s -- -std=c++20 | FileCheck %s --check-prefix=COST
#include <algorithm>
#include <array>
#include <memory>
#include <vector>
using Rows = std::vector<std::vector<int>>;

// TEXT:      bool rowsApart = 0 < n;
// TEXT-NEXT: for (long long row2 = 0; rowsApart && row2 < (long long)n && row2 < (long long)w.size(); ++row2)
// TEXT-NEXT:   rowsApart = std::uintptr_t(w[row2].data() + w[row2].size()) <= std::uintptr_t(b) ||
// TEXT-NEXT:               std::uintptr_t(b) + m * sizeof(*b) <= std::uintptr_t(w[row2].data());
// TEXT-NEXT: #pragma omp parallel for if(rowsApart)
void add(Rows &w, const int *b, int n, int m) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      w[i][j] += b[j];
}
void fromRows(const Rows &w, int *out, int n, int m) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      out[i * m + j] = w[i][j];
}
// COST: to look through the rows would take longer than its work
void gathered(Rows &w, const int *b, const int *x, int n) {
  // loomp: parallel assuming(no-alias) -- which elements of b, no walk needs to know
  for (int i = 0; i < n; ++i)
    w[i][0] = b[x[i]];
}
struct Cell {
  std::vector<double> values;
  double weight;
};
void members(std::vector<Cell> &cells, const double *b, int n, int m) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      cells[i].values[j] = b[j];
}
void fewer(Rows &w, const int *b, int n) {
  // loomp: parallel assuming(no-alias) -- the walk ends where the rows do
  for (int i = 0; i < n; ++i)
    if (i >= 3 && i - 3 < (int)w.size())
      w[i - 3][0] = b[i];
}
void oneRow(Rows &w, const int *b, int k, int m) {
  // loomp: parallel assuming(no-alias) -- there is no need to walk
  for (int j = 0; j < m; ++j)
    w[k][j] += b[j];
}
void declaredRows(std::vector<int> (&w)[8], const int *b, int m) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < 8; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      w[i][j] += b[j];
}
// TEXT:      bool rowsApart = 0 < n;
// TEXT:      if (rowsApart) {
// TEXT-NEXT: #pragma omp parallel for reduction(+ : s)
void sum(const std::vector<std::vector<double>> &w, double &s, int n, int m) {
  // loomp: parallel reduction(+:s) assuming(no-alias)
  for (int i = 0; i < n; ++i)
    // loomp: parallel reduction(+:s) assuming(no-alias)
    for (int j = 0; j < m; ++j)
      s += w[i][j];
}
// TEXT:      bool rowsApart = 0 < n && m >= 1;
// TEXT-NEXT: for (long long row2 = 0; rowsApart && row2 < (long long)n; ++row2)
// TEXT-NEXT:   rowsApart = std::uintptr_t(rows[row2]) + m * sizeof(*rows[row2]) <= std::uintptr_t(out) ||
void behindPointers(float **rows, float *out, int n, int m) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      out[i * m + j] = rows[i][j];
}
void heads(const std::vector<long *> &heads, long *out, int n) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    out[i] = heads[i][i];
}
int throughSmartPointer(std::unique_ptr<std::vector<int>> w, int *p, int n) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++)
    p[i + 1] = (*w)[i] + 1;
  return (*w)[n];
}

void ownRow(Rows &a, int *from, int n, int m) {
  const int *b = a[n].data();
  // loomp: parallel peeled(middle) -- the iteration that changes the row at b runs on its own
  for (int i = 0; i < 100; ++i)
    // loomp: parallel assuming(no-dependence)
    for (int j = 0; j < m; ++j)
      a[i][j] += b[j + 1];
}
void resized(Rows &w, const int *b, int n) {
  // loomp: not-parallel -- the row moves, to where b may be
  for (int i = 0; i < n; ++i) {
    w[i].resize(10);
    w[i][0] = b[i];
  }
}
void appended(Rows &w, Rows &other, const int *b, int n) {
  // loomp: not-parallel -- both may be one: then its rows move
  for (int i = 0; i < n; ++i) {
    w[i][0] = b[i];
    other[i].push_back(b[i]);
  }
}
void assigned(Rows &w, const std::vector<int> &v, const int *b, int n) {
  // loomp: not-parallel -- a copy of v needs storage that nobody knows in front of the loop
  for (int i = 0; i < n; ++i) {
    w[i] = v;
    w[i][0] = b[i];
  }
}
void swapped(Rows &w, Rows &u, const int *b, int n) {
  // loomp: not-parallel -- b may stand in a row of u, which becomes one of w
  for (int i = 0; i < n; ++i) {
    std::swap(w[i], u[i]);
    w[i][0] = b[i];
  }
}
void growing(Rows &w, const int *b, int n) {
  // loomp: not-parallel -- each iteration moves the rows
  for (int i = 0; i < n; ++i) {
    w.push_back({});
    w[i][0] = b[i];
  }
}
void replaced(std::vector<long *> &heads, long *out, int n) {
  // loomp: not-parallel -- heads[1] may be another pointer by the time that it is followed
  for (int i = 0; i < n; ++i) {
    out[i] = heads[i][i];
    heads[n - i] = out;
  }
}
void setRows(double **w, const double *b, int n, int m) {
  // loomp: not-parallel -- w[1] and w[2] may be one row, and no check of each alone tells
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < m; ++j)
      w[i][j] = b[i];
}
void conditional(float **rows, float *out, const bool *is, int n) {
  // loomp: not-parallel needs-assumption -- there may be fewer than n pointers
  for (int i = 0; i < n; ++i)
    if (is[i])
      out[i] = rows[i][0];
}
void everyOther(float **rows, float *out, int n) {
  // loomp: not-parallel needs-assumption -- no rows[n - 1] for an even n
  for (int i = 0; i < n; i += 2)
    out[i] = rows[i][0];
}
void masked(float **rows, float *out, const int *x, int n) {
  // loomp: not-parallel needs-assumption -- there may be no rows[7]
  for (int i = 0; i < n; ++i)
    out[i] = rows[x[i] & 7][i];
}
void triangular(float **rows, float *out, int n) {
  // loomp: not-parallel needs-assumption -- rows[n - 2] is the last one
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (int j = 0; j < i; ++j)
      out[i * n + j] = rows[j][i];
}
void unset(std::vector<int *> &from, int *out) {
  int *rows[4];
  rows[1] = from[0];
  rows[2] = from[1];
  // loomp: not-parallel needs-assumption -- the others have no value
  for (int i = 1; i < 3; ++i)
    out[i] = rows[i][i];
}
void rowsOfRows(std::vector<Rows> &w, const int *b, int n) {
  // loomp: not-parallel needs-assumption -- two numbers vary
  for (int i = 0; i < n; ++i)
    // loomp: not-parallel needs-assumption -- there may be no w[i][0] to ask
    for (int j = 0; j < n; ++j)
      w[i][j][0] = b[i];
}
struct Joint {
  double local, world;
  const Joint *parent;
};
void pose(std::vector<Joint> &joints) {
  // loomp: not-parallel -- a parent is one of them, as a rule: no check would ever hold
  for (Joint &j : joints)
    j.world = j.local + (j.parent ? 0.5 * j.parent->world : 0.0);
}
