// A reference that a lambda captures is bound before the lambda runs, as a parameter is.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <vector>

void same(std::vector<double> &a, const std::vector<double> &b) {
  auto copy = [&] {
    // loomp: parallel -- also if they are one
    for (std::size_t i = 0; i < a.size(); ++i)
      a[i] = b[i];
  };
  copy();
}

void shifted(std::vector<double> &a, const std::vector<double> &b) {
  auto copy = [&](std::size_t k) {
    // loomp: parallel assuming(no-alias)
    for (std::size_t i = 0; i < a.size() - k; ++i)
      a[i] = b[i + k];
  };
  copy(3);
}

struct State {
  double x;
  std::vector<double> v;
};
void member(State &s, const double *b, int n) {
  auto fill = [&] {
    // loomp: parallel assuming(no-alias)
    for (int i = 0; i < n; ++i)
      s.v[i] = b[i] + s.x;
  };
  fill();
}

void bound(int &n, int *a) {
  auto fill = [&] {
    // loomp: parallel assuming(no-alias) -- n may be an element of a
    for (int i = 0; i < n; ++i)
      a[i] = i;
  };
  fill();
}

// What the lambda declares is other memory than what it was given.
void local(const std::vector<long> &given) {
  auto sum = [&] {
    std::vector<long> own(8);
    long *p = own.data();
    // loomp: parallel
    for (int i = 0; i < 8; ++i)
      p[i] = given[i];
    return p[0];
  };
  sum();
}

// This reference is bound in the lambda, to what the lambda declares.
void within(std::vector<long> &given) {
  auto sum = [&] {
    std::vector<long> own(9);
    auto &alias = own;
    // loomp: not-parallel -- own[i] is alias[i], which the iteration before wrote
    for (int i = 0; i < 8; ++i)
      own[i + 1] = alias[i] + given[i];
    return own[8];
  };
  given[0] = sum();
}

class Class {
  std::vector<double> v;
  int n;
  double *p;
  void method() {
    auto copy = [this] {
      // loomp: parallel assuming(no-alias)
      for (int i = 0; i < n; ++i)
        v[i] = p[i];
    };
    copy();
    auto shift = [&] {
      // loomp: not-parallel -- v[i + 1] is written by the next iteration
      for (int i = 0; i < n; ++i)
        v[i] = v[i + 1];
    };
    shift();
  }
};
