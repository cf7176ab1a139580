// Spans, walked through by range-based loops and iterators, lead where their pointers do.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <span>
#include <vector>

void twice(std::span<double> s) {
  // loomp: parallel
  for (double &x : s)
    x *= 2;
}
void thrice(std::span<double> s) {
  // loomp: parallel
  for (auto it = s.begin(); it != s.end(); ++it)
    *it *= 3;
}
double total(std::span<const double> s) {
  double t = 0;
  // loomp: parallel
  for (double x : s)
    t += x;
  return t;
}

void rows(std::vector<std::vector<double>> &m, std::vector<double> &sums) {
  // loomp: parallel
  for (std::size_t i = 0; i < m.size(); ++i)
    twice(m[i]);
  // loomp: parallel
  for (auto &row : m)
    thrice(row);
  // loomp: parallel assuming(no-alias)
  for (std::size_t i = 0; i < m.size(); ++i)
    sums[i] = total(m[i]);
}

void parts(double *p, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i)
    twice({p + i * 10, 10});
  // loomp: not-parallel -- one element is part of two
  for (int i = 0; i < n; ++i)
    twice({p + i * 10, 11});
  // loomp: not-parallel -- all the same
  for (int i = 0; i < n; ++i)
    thrice(std::span<double>(p, 10));
  // loomp: parallel
  for (int i = 0; i < n; ++i) {
    std::span<double> s(p + i * 8, 8);
    // loomp: parallel
    for (double &x : s)
      x += i;
  }
}

void first(double *p, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i)
    *std::span<double>(p + i, 1).begin() = i;
  // loomp: not-parallel -- the same element
  for (int i = 0; i < n; ++i)
    *std::span<double>(p, 1).begin() = *std::span<double>(p + 1, 1).begin() + i;
}

// The iterator keeps the address that the pointer holds when it is made.
void kept(double *p, double *q, int n) {
  // loomp: not-parallel -- p[i - 1] of the iteration before
  for (int i = 1; i < n; ++i) {
    std::span<double> s(p + i - 1, 2);
    auto it = s.begin();
    s = std::span<double>(q + i, 1);
    it[1] = *it + 1;
  }
}
