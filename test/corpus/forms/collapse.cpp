//===- collapse.cpp - nested loops that one directive can share out -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --race
//
// Nests whose outer loop is too short for a team of threads. A truth stands above each outer loop:
// can it and the one inside be one?
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstddef>
#include <vector>

using std::size_t;

// Two as one.

static double image[3][200][100];

void channels(const double *gain) {
  // truth: form collapse -- constants, and nothing but the inner loop inside
  for (int c = 0; c < 3; c++)
    // truth: helper
    for (int i = 0; i < 200; i++)
      image[c][i][0] = gain[c] * (i + 1);
}

void rowsOf(std::vector<double> (&rows)[4], size_t n) {
  // truth: form collapse -- the inner count is only known as it runs
  for (size_t r = 0; r < 4; r++) {
    // truth: helper
    for (size_t i = 0; i < n; i++)
      rows[r][i] = rows[r][i] * 0.5 + double(i);
  }
}

long total(const int *a, long n) {
  long sum = 0;
  // truth: form collapse -- one sum over all pairs
  for (int k = 0; k < 5; k++)
    // truth: helper
    for (long i = 0; i < n; i++)
      sum += (k + 1) * a[i];
  return sum;
}

void indexInFront(int *__restrict out, const int *__restrict in, int n) {
  int k, i;
  // truth: form collapse -- both indices are declared in front, and not used behind
  for (k = 0; k < 4; k++)
    // truth: helper
    for (i = 0; i < n; i++)
      out[k * 1000 + i] = in[i] + k;
}

void scratch(double *__restrict out, const double *__restrict in, long n) {
  double t;
  // truth: form collapse -- t is set anew in each inner iteration
  for (int k = 0; k < 3; k++) {
    // truth: helper
    for (long i = 0; i < n; i++) {
      t = in[i] * k;
      out[k * 1000 + i] = t * t + 1;
    }
  }
}

void mayOverlap(float *to, const float *from, int n) {
  // truth: form collapse -- if the two do not overlap, which is asked for both loops at once
  for (int k = 0; k < 2; k++)
    // truth: helper
    for (int i = 0; i < n; i++)
      to[k * n + i] = 2 * from[k * n + i] + 1;
}

static int cube[2][3][500];

void three() {
  // truth: form collapse -- of three loops, as two are too short
  for (int a = 0; a < 2; a++)
    // truth: helper
    for (int b = 0; b < 3; b++)
      // truth: helper
      for (int c = 0; c < 500; c++)
        cube[a][b][c] = 10000 * a + 1000 * b + c;
}

void strides(int *__restrict out) {
  // truth: form collapse -- strides, down and up
  for (int k = 6; k >= 0; k -= 2)
    // truth: helper
    for (int i = 1; i < 900; i += 3)
      out[k * 1000 + i] += k + i;
}

int last(const std::vector<int> &in) {
  int t = -1;
  // truth: form collapse -- the last of all pairs is the last one of both
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (int i = 0; i < 300; i++)
      t = in[i] + 1000 * k;
  return t;
}

void ragged(std::vector<std::vector<int>> &rows, const int *limit, int m) {
  // truth: form collapse -- work inside may be uneven
  for (int k = 0; k < 3; k++) // one for each
  {
    // truth: helper
    for (size_t i = 0; i < 200; i++) { // and element
      // truth: helper
      for (int j = 0; j < limit[i] % m; j++)
        rows[k][i] += j * k;
    }
  }
}

double largest(const double *v, long n) {
  double most = -1e30;
  // truth: form collapse -- the largest of all
  for (int k = 0; k < 3; ++k)
    // truth: helper
    for (long i = 0; i != n; ++i)
      most = v[k * n + i] > most ? v[k * n + i] : most;
  return most;
}

struct Grid {
  size_t width = 0;
  std::vector<float> cells;
  void scale(float factor) {
    // truth: form collapse -- the bound is a member that nothing changes
    for (size_t y = 0; y < 6; y++)
      // truth: helper
      for (size_t x = 0; x < width; x++)
        cells[y * width + x] *= factor;
  }
};

template <int N> void planes(std::vector<long> &v) {
  // truth: form collapse -- both headers say the same to all who use the template
  for (int p = 0; p < 3; p++)
    // truth: helper
    for (int i = 0; i < 400; i++)
      v[p * 400 + i] += N * i;
}

// Not two as one.

static double triangle[7][300];

void shrinks() {
  // truth: no form collapse -- each row is shorter than the one before
  for (int i = 0; i < 7; i++)
    // truth: helper
    for (int j = i; j < 300; j++)
      triangle[i][j] = i + 2 * j;
}

void longer(int *__restrict out, const int *__restrict count) {
  // truth: no form collapse -- the inner bound is another one in each outer iteration
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (int i = 0; i < count[k]; i++)
      out[k * 1000 + i] = k - i;
}

void between(double *__restrict out, const double *__restrict in, long n) {
  // truth: no form collapse -- a statement stands between the loops
  for (int k = 0; k < 3; k++) {
    double factor = in[k];
    // truth: helper
    for (long i = 0; i < n; i++)
      out[k * 1000 + i] = factor * i;
  }
}

void behind(long *__restrict out, int *__restrict done, long n) {
  // truth: no form collapse -- a statement stands behind the inner loop
  for (int k = 0; k < 3; k++) {
    // truth: helper
    for (long i = 0; i < n; i++)
      out[k * 1000 + i] = k ^ i;
    done[k] = 1;
  }
}

void twoInside(long *__restrict a, long *__restrict b, long n) {
  // truth: no form collapse -- there are two inner loops
  for (int k = 0; k < 3; k++) {
    // truth: helper
    for (long i = 0; i < n; i++)
      a[k * 1000 + i] = k + i;
    // truth: helper
    for (long i = 0; i < n; i++)
      b[k * 1000 + i] = k - i;
  }
}

void rowSums(double *__restrict sums, const double *__restrict in, long n) {
  // truth: no form collapse -- the pairs with one k add to one element
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (long i = 0; i < n; i++)
      sums[k] += in[k * 100 + i];
}

void recurrence(std::vector<std::vector<int>> &v) {
  // truth: no form collapse -- the inner loop is serial
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (int i = 1; i < 200; i++)
      v[k][i] += v[k][i - 1];
}

void overAndOver(std::vector<int> &v) {
  // truth: no form collapse -- the outer loop is serial: each pass reads the one before
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (int i = 0; i < 200; i++)
      v[i] = 3 * v[i] + k;
}

void counter(int *__restrict out, const int *__restrict in) {
  int at = 0;
  // truth: no form collapse -- at is found from the index of one loop, not of the pair
  for (int k = 0; k < 3; k++)
    // truth: helper
    for (int i = 0; i < 300; i++) {
      out[at] = in[i] * k;
      at += 2;
    }
}

int usedBehind(int *__restrict out, int n) {
  int k, i = 0;
  // truth: no form collapse -- the inner index is used behind the nest
  for (k = 0; k < 4; k++)
    // truth: helper
    for (i = 0; i < n; i++)
      out[k * 1000 + i] = k + 2 * i;
  return i;
}

void carried(double *__restrict out, const double *__restrict in, long n) {
  double t = 0;
  // truth: no form collapse -- an inner iteration uses what the one before has left
  for (int k = 0; k < 3; k++)
    // truth: helper
    for (long i = 0; i < n; i++) {
      if (i == 0)
        t = in[k];
      out[k * 1000 + i] = t;
      t = in[i] * 0.5;
    }
}

#define SHOWN
void configured(long *out, long n) {
  // truth: no form collapse -- with another configuration there is a statement in between
  for (int k = 0; k < 3; k++) {
#ifndef SHOWN
    out[0]++;
#endif
    // truth: helper
    for (long i = 0; i < n; i++)
      out[k * 1000 + i] = k * i;
  }
}

int lastIfAny(const int *in, long n) {
  int t = -1;
  // truth: no form collapse -- without inner iterations t keeps its value
  for (int k = 0; k < 4; k++)
    // truth: helper
    for (long i = 0; i < n; i++)
      t = in[i] + 1000 * k;
  return t;
}

void manyTimes(unsigned char *__restrict seen, const unsigned char *__restrict in,
               unsigned short n) {
  unsigned char t = 0;
  // truth: no form collapse -- as a loop over short counts all pairs are too many, and t is asked for
  for (short k = 0; k < 7; k++)
    // truth: helper
    for (short i = 0; i < 30000; i++) {
      t = in[i % n];
      seen[k * 30000 + i] = t;
    }
  seen[0] = t;
}

void wide(const std::vector<int> &in, std::vector<int> &out, size_t first) {
  // truth: no form collapse -- the start names the outer index, though it takes it away again
  for (size_t k = 0; k < 3; k++)
    // truth: helper
    for (size_t i = first + k - k; i < in.size(); i++)
      out[k * 1000 + i] = in[i];
}

int main() {
  auto numbers = corpus::integers<int>(8000, 1, -50, 50);
  auto reals = corpus::numbers<double>(8000, 2);
  std::vector<int> ints(12000);
  std::vector<long> longs(8000), others(8000);
  std::vector<double> doubles(8000);
  channels(reals.data());
  corpus::print("channels", corpus::sum(image));
  std::vector<double> rows[4];
  for (auto &row : rows) // truth: helper
    row = corpus::numbers<double>(500, 3);
  rowsOf(rows, 500);
  rowsOf(rows, 0);
  corpus::print("rowsOf", corpus::sum(rows));
  corpus::print("total", total(numbers.data(), 4000), total(numbers.data(), 0));
  indexInFront(ints.data(), numbers.data(), 1000);
  corpus::print("indexInFront", corpus::sum(ints));
  scratch(doubles.data(), reals.data(), 900);
  corpus::print("scratch", corpus::sum(doubles));
  std::vector<float> floats(4000, 0.5f);
  mayOverlap(floats.data() + 1900, floats.data(), 900);
  mayOverlap(floats.data() + 1, floats.data(), 900);
  corpus::print("mayOverlap", corpus::sum(floats));
  three();
  corpus::print("three", corpus::sum(cube));
  strides(ints.data());
  corpus::print("strides", corpus::sum(ints));
  corpus::print("last", last(numbers));
  std::vector<std::vector<int>> table(4, std::vector<int>(200, 1));
  auto limits = corpus::integers<int>(200, 4, 0, 90);
  ragged(table, limits.data(), 17);
  corpus::print("ragged", corpus::sum(table));
  corpus::print("largest", largest(reals.data(), 2000), largest(reals.data(), 0));
  Grid grid{50, std::vector<float>(300, 2.0f)};
  grid.scale(1.5f);
  corpus::print("scale", corpus::sum(grid.cells));
  planes<2>(longs);
  planes<3>(longs);
  corpus::print("planes", corpus::sum(longs));

  shrinks();
  corpus::print("shrinks", corpus::sum(triangle));
  const int counts[] = {7, 900, 0, 33};
  longer(ints.data(), counts);
  corpus::print("longer", corpus::sum(ints));
  between(doubles.data(), reals.data(), 800);
  corpus::print("between", corpus::sum(doubles));
  int done[3] = {};
  behind(longs.data(), done, 800);
  twoInside(longs.data() + 3000, others.data(), 700);
  corpus::print("behind", corpus::sum(longs), corpus::sum(others), corpus::sum(done));
  rowSums(doubles.data(), reals.data(), 800);
  corpus::print("rowSums", corpus::sum(doubles));
  recurrence(table);
  corpus::print("recurrence", corpus::sum(table));
  overAndOver(ints);
  counter(ints.data() + 1000, numbers.data());
  corpus::print("counter", corpus::sum(ints), usedBehind(ints.data(), 800));
  carried(doubles.data(), reals.data(), 800);
  corpus::print("carried", corpus::sum(doubles));
  configured(longs.data(), 800);
  corpus::print("configured", corpus::sum(longs));
  corpus::print("lastIfAny", lastIfAny(numbers.data(), 0), lastIfAny(numbers.data(), 70));
  auto bytes = corpus::integers<unsigned char>(100, 5, 0, 255);
  std::vector<unsigned char> seen(210000);
  manyTimes(seen.data(), bytes.data(), 100);
  wide(numbers, ints, 7000);
  corpus::print("wide", corpus::sum(seen), corpus::sum(ints));
}
