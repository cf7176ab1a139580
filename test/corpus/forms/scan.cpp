//===- scan.cpp - loops that use the sums they have so far ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=scan" --race
//
// Loops whose iterations depend on each other by one variable only, to which each of them adds in
// the same way, and loops in which there is more to it.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

// Two passes.

void prefixSums(const int *a, int *b, int n) {
  int s = 0;
  // truth: form scan -- b holds the sums up to and with each element
  for (int i = 0; i < n; i++) {
    s += a[i];
    b[i] = s;
  }
}

unsigned lastSum(const unsigned *a, unsigned *b, int n) {
  unsigned s = 0;
  // truth: form scan -- if the two do not overlap: else a sum is added up again
  for (int i = 0; i < n; i++) {
    s += a[i];
    b[i] = s;
  }
  return s;
}

std::vector<long> starts(const std::vector<int> &count) {
  std::vector<long> first(count.size());
  long s = 0;
  // truth: form scan -- the sum in front of each element
  for (std::size_t i = 0; i < count.size(); i++) {
    first[i] = s;
    s += count[i];
  }
  return first;
}

double inPlace(double *v, int n, double start) {
  double s = start;
  // truth: form scan -- in place, and the total is asked for
  for (int i = 0; i < n; i++) {
    s += v[i];
    v[i] = s;
  }
  return s;
}

void backwards(std::vector<long> &v) {
  long s = 0;
  // truth: form scan -- from the last element to the first
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; i--) {
    s += v[i];
    v[i] = s;
  }
}

void parity(const std::vector<unsigned> &bits, std::vector<unsigned> &out) {
  unsigned p = 0;
  // truth: form scan -- exclusive or
  for (std::size_t i = 0; i < bits.size(); i++) {
    p ^= bits[i];
    out[i] = p;
  }
}

void seen(const std::vector<unsigned> &bits, std::vector<unsigned> &out, unsigned before) {
  unsigned all = before;
  // truth: form scan -- what was set so far
  for (std::size_t i = 0; i < bits.size(); i++) {
    all |= bits[i];
    out[i] = all;
  }
}

void factorials(unsigned *f, unsigned n) {
  unsigned p = 1;
  // truth: form scan -- products, modulo 2^32
  for (unsigned i = 1; i < n; i++) {
    p *= i;
    f[i] = p;
  }
}

void highest(const std::vector<int> &v, std::vector<int> &out) {
  int m = v[0];
  // truth: form scan -- the largest so far
  for (std::size_t i = 0; i < v.size(); i++) {
    m = std::max(m, v[i]);
    out[i] = m;
  }
}

long weighted(const int *a, long *out, int n) {
  long s = 3;
  // truth: form scan -- the sum is used in an expression, and after the loop
  for (int i = 0; i < n; i++) {
    s = s + 2 * a[i];
    out[i] = s * s - i;
  }
  return s;
}

void squares(const float *x, float *out, int n) {
  float energy = 0;
  // truth: form scan -- the sum so far decides
  for (int i = 0; i < n; i++) {
    energy += x[i] * x[i];
    out[i] = energy > 10 ? 1 : energy;
  }
}

void everyFourth(const int *a, int *b, int n) {
  int s = 0;
  // truth: form scan -- strides, from 1 on
  for (int i = 1; i < n; i += 4) {
    s -= a[i];
    b[i] = s;
  }
}

// More to it.

int halfway(const int *a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- the sum is not only added to
  for (int i = 0; i < n; i++) {
    s += a[i];
    if (s > 100)
      s = 0;
    b[i] = s;
  }
  return s;
}

void decayed(const double *a, double *b, int n) {
  double s = 0;
  // truth: no form scan -- what was there shrinks
  for (int i = 0; i < n; i++) {
    s = 0.5 * s + a[i];
    b[i] = s;
  }
}

void fedBack(int *a, int n) {
  int s = 1;
  // truth: no form scan -- what is added has been written in the iteration before
  for (int i = 0; i < n; i++) {
    s += a[i];
    a[i + 1] = s;
  }
}

void writtenFirst(int *a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- what is added is written in front of the update
  for (int i = 0; i < n; i++) {
    a[i] = 2 * i;
    s += a[i];
    b[i] = s;
  }
}

void conditional(const int *a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- not in every iteration, by a rule that the sum knows
  for (int i = 0; i < n; i++) {
    if (s < 50)
      s += a[i];
    b[i] = s;
  }
}

void twoSums(const int *a, int *b, int n) {
  int s = 0, t = 0;
  // truth: no form scan -- t adds up what s adds up
  for (int i = 0; i < n; i++) {
    s += a[i];
    t += s;
    b[i] = t;
  }
}

void scattered(const int *a, const int *to, int *b, int n) {
  int s = 0;
  // truth: no form scan -- two iterations may write one element
  for (int i = 0; i < n; i++) {
    s += a[i];
    b[to[i]] = s;
  }
}

void until(const int *a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- it ends where the sum says so
  for (int i = 0; i < n; i++) {
    s += a[i];
    if (s > 500)
      break;
    b[i] = s;
  }
}

static int total;

void shared(const int *a, int *b, int n) {
  // truth: no form scan -- the sum is a variable of all functions
  for (int i = 0; i < n; i++) {
    total += a[i];
    b[i] = total;
  }
}

void aimed(const int *a, int *b, int n) {
  int s = 0;
  int *p = &s;
  // truth: no form scan -- a pointer leads to the sum
  for (int i = 0; i < n; i++) {
    s += a[i];
    b[i] = *p;
  }
}

void differences(const int *a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- subtraction from the other side
  for (int i = 0; i < n; i++) {
    s = a[i] - s;
    b[i] = s;
  }
}

void againItself(const double *a, double *b, int n) {
  double s = 1;
  // truth: no form scan -- what is added depends on the sum
  for (int i = 0; i < n; i++) {
    s -= s - a[i];
    b[i] = 2 * a[i];
  }
  b[0] = s;
}

void moved(std::vector<std::vector<int>> &a, int *b, int n) {
  int s = 0;
  // truth: no form scan -- to add it twice would find nothing the second time
  for (int i = 0; i < n; i++) {
    s += static_cast<int>(std::vector<int>(std::move(a[i])).size());
    b[i] = s;
  }
}

void printed(const int *a, int n) {
  int s = 0;
  // truth: no form scan -- the order of the output
  for (int i = 0; i < n; i++) {
    s += a[i];
    std::printf("%d\n", s);
  }
}

int main() {
  auto a = corpus::integers<int>(1001, 1, -50, 50), b = corpus::integers<int>(1002, 2, 0, 9);
  prefixSums(a.data(), b.data(), 1001);
  prefixSums(b.data(), b.data() + 1, 100);
  prefixSums(a.data(), b.data(), 0);
  std::vector<unsigned> twice(200, 1);
  unsigned apart = lastSum(twice.data(), twice.data() + 100, 100);
  corpus::print("lastSum", apart, lastSum(twice.data(), twice.data() + 1, 199));
  corpus::print("prefixSums", corpus::sum(b), corpus::sum(starts(b)));
  auto v = corpus::numbers<double>(777, 3);
  double end = inPlace(v.data(), 777, 2.5);
  corpus::print("inPlace", end, corpus::sum(v));
  std::vector<long> longs = starts(a);
  backwards(longs);
  corpus::print("backwards", corpus::sum(longs));
  auto bits = corpus::integers<unsigned>(500, 4, 0, 65535);
  std::vector<unsigned> out(500), more(500);
  parity(bits, out);
  seen(bits, more, 1u << 20);
  corpus::print("parity", corpus::sum(out), corpus::sum(more));
  factorials(out.data(), 500);
  std::vector<int> most(1001);
  highest(a, most);
  corpus::print("highest", corpus::sum(out), corpus::sum(most));
  long last = weighted(a.data(), longs.data(), 1001);
  corpus::print("weighted", last, corpus::sum(longs));
  std::vector<float> x(300, 0.25f), y(300);
  squares(x.data(), y.data(), 300);
  everyFourth(a.data(), b.data(), 1001);
  corpus::print("squares", corpus::sum(y), corpus::sum(b));

  int half = halfway(a.data(), b.data(), 1001);
  decayed(v.data(), v.data() + 300, 300);
  corpus::print("halfway", half, corpus::sum(b), corpus::sum(v));
  std::vector<int> c(1002, 1), d(1002);
  fedBack(c.data(), 20);
  writtenFirst(d.data(), c.data(), 1000);
  conditional(a.data(), d.data(), 1000);
  corpus::print("fedBack", corpus::sum(c), corpus::sum(d));
  twoSums(a.data(), c.data(), 1000);
  scattered(a.data(), most.data() + 1, d.data() + 50, 0);
  until(a.data(), d.data(), 1000);
  shared(a.data(), b.data(), 1000);
  corpus::print("twoSums", corpus::sum(c), corpus::sum(d), corpus::sum(b), total);
  aimed(a.data(), c.data(), 1000);
  differences(a.data(), d.data(), 1000);
  printed(a.data(), 3);
  std::vector<std::vector<int>> rows(30, std::vector<int>(3));
  moved(rows, d.data(), 30);
  againItself(v.data(), v.data() + 300, 300);
  corpus::print("aimed", corpus::sum(c), corpus::sum(d), corpus::sum(v));
}
