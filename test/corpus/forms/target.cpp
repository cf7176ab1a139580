//===- target.cpp - loops that a device can run ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --device --fix-options="--form=target"
// RUN: %differential %s %{options} --device --fix-options="--form=target --device-form=distribute"
//
// Loops whose data can be copied to a device and back, and loops whose data cannot: because it is
// not known which elements there are, because two names may lead to one place, or because it leads
// elsewhere. With --device, clang++ runs them on a device that has memory of its own.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <vector>

// On a device.

double pi(long n) {
  double step = 1.0 / static_cast<double>(n), sum = 0.0, x = 0.5 * step;
  // truth: form target -- nothing to copy but the sum
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  return step * sum;
}

void axpy(double *y, const double *x, double a, int n) {
  // truth: form target -- where x and y do not overlap
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
}

static double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

void activate(std::vector<double> &out, const std::vector<double> &in) {
  // truth: form target -- a function of this file, and one of the library
  for (std::size_t i = 0; i < in.size(); i++)
    out[i] = logistic(in[i]);
}

void smooth(float *__restrict to, const float *__restrict from, int n) {
  // truth: form target -- what goes back is less than what was copied
  for (int i = 1; i < n - 1; i++)
    to[i] = 0.25f * (from[i - 1] + 2 * from[i] + from[i + 1]);
}

void multiply(const double *__restrict a, const double *__restrict b, double *__restrict c, int n) {
  // truth: form target -- c is written as a whole, row by row
  for (int i = 0; i < n; i++)
    // truth: form target -- within one row
    for (int j = 0; j < n; j++) {
      double s = 0;
      // truth: form target -- one sum
      for (int k = 0; k < n; k++)
        s += a[i * n + k] * b[k * n + j];
      c[i * n + j] = s;
    }
}

void someOfThem(int *a, int n) {
  // truth: form target -- every second element goes back with those between
  for (int i = 0; i < n; i += 2)
    a[i] = i;
}

void clipped(int *a, int n) {
  // truth: form target -- an element is left alone here and there, and must not come back wrong
  for (int i = 0; i < n; i++)
    if (a[i] > 50)
      a[i] = 50;
}

static int board[40][30];

void grow(int by) {
  // truth: form target -- all of an array
  for (int r = 0; r < 40; r++)
    // truth: form target -- one row of it
    for (int c = 0; c < 30; c += 2)
      board[r][c] += by * r;
}

struct Particle {
  double x, y;
  int kind;
};

void shift(Particle *__restrict p, int n, const Particle &origin) {
  // truth: form target -- elements of a class, and one object
  for (int i = 0; i < n; i++) {
    p[i].x -= origin.x;
    p[i].y -= origin.y;
  }
}

void fillRows(double *a, int n, int m) {
  // truth: form target -- by a pointer to the row
  for (int i = 0; i < n; i++) {
    double *row = a + i * m;
    // truth: no form target -- the pointer was counted from another one
    for (int j = 0; j < m; j++)
      row[j] = i + j;
  }
}

double norm(const std::vector<float> &v) {
  double sum = 0;
  int zeros = 0;
  // truth: form target -- two sums
  for (std::size_t i = 0; i < v.size(); i++) {
    sum += v[i] * v[i];
    if (v[i] == 0.0f)
      zeros++;
  }
  return sum + zeros;
}

void gather(std::vector<double> &to, const std::vector<double> &from, const std::vector<int> &at) {
  // truth: form target -- of a vector every element exists
  for (std::size_t i = 0; i < at.size(); i++)
    to[i] = from[static_cast<std::size_t>(at[i])];
}

void temporary(double *a, int n) {
  const auto copy = std::make_unique<double[]>(static_cast<std::size_t>(n));
  // truth: form target -- memory that a smart pointer owns
  for (int i = 0; i < n; i++)
    copy[i] = a[i] * a[i];
  // truth: form target -- and back
  for (int i = 0; i < n; i++)
    a[i] = copy[i];
}

// What a review found: ranges that are larger than what is written, or have holes, and two copies
// of one place.

void fillTail(std::vector<double> &v, int n) {
  // truth: form target -- the elements in front of the tail keep their values
  for (int i = static_cast<int>(v.size()) - 1; i >= n; i--)
    v[i] = 7;
}

void twoNames(std::vector<double> &v, int n) {
  auto &w = v;
  // truth: no form target -- w is v
  for (int i = 0; i < n; i++)
    w[i] = v[i] + 1;
}

double dotRestrict(const double *__restrict x, const double *__restrict y, int n) {
  double sum = 0;
  // truth: form target -- both are only read, so they may overlap
  for (int i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

void members(Particle *a, const Particle *b, int n) {
  // truth: form target -- other members, of the same elements perhaps
  for (int i = 0; i < n; i++)
    a[i].x = b[i].y;
}

void interleaved(double *p, int *q, int n) {
  // truth: form target -- in the holes of p there may be elements of q
  for (int i = 0; i < n; i++) {
    p[2 * i] = i;
    q[4 * i] = -i;
  }
}

long apart(const double *a, const double *b, int n) {
  long sum = 0;
  // truth: no form target -- how far apart two arrays are
  for (int i = 0; i < n; i++) {
    const double *p = a + i, *q = b + i;
    sum += (p - q) + (*p > *q);
  }
  return sum;
}

static double factor = 2;
struct Scaled {
  double by = factor;
};

void scaled(std::vector<double> &v) {
  // truth: no form target -- a member starts with a variable of the host
  for (std::size_t i = 0; i < v.size(); i++) {
    Scaled s{};
    v[i] *= s.by;
  }
}

struct Times {
  double k;
  double operator()(double x) const { return k * x; }
};
constexpr Times four{4};

void fourTimes(std::vector<double> &v) {
  // truth: no form target -- an object that exists as the program is compiled
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = four(v[i]);
}

extern double elsewhere[];

void ofUnknownSize(std::vector<double> &v) {
  // truth: no form target -- how long the array is, another file knows
  for (std::size_t i = 0; i < 10; i++)
    v[i] = elsewhere[i];
}
double elsewhere[10] = {1, 2, 3};

void countDown(std::vector<double> &v) {
  // truth: form target -- the size is asked for in front of the loop only
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; i--)
    v[i] += i;
}

// Data that stays.

void heat(double *__restrict u, double *__restrict v, int n, int steps) {
  // truth: no form target -- each step needs the one before: only data stays for it
  for (int t = 0; t < steps; t++) {
    // truth: form target -- from u to v
    for (int i = 1; i < n - 1; i++)
      v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]);
    // truth: form target -- and back
    for (int i = 1; i < n - 1; i++)
      u[i] = v[i];
  }
}

void heated(double *__restrict u, double *__restrict v, int n, int steps) {
  // truth: no form target -- the host writes u in every step: nothing stays
  for (int t = 0; t < steps; t++) {
    // truth: form target -- from u to v
    for (int i = 1; i < n - 1; i++)
      v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]);
    // truth: form target -- and back
    for (int i = 1; i < n - 1; i++)
      u[i] = v[i];
    u[0] = t;
  }
}

double watched(double *__restrict u, int n, int steps) {
  double seen = 0;
  // truth: no form target -- the host reads u in every step
  for (int t = 0; t < steps; t++) {
    // truth: form target -- each element on its own
    for (int i = 0; i < n; i++)
      u[i] *= 0.5;
    seen += u[t];
  }
  return seen;
}

double sums(double *__restrict u, int n, int steps) {
  double all = 0;
  // truth: no form target -- the sums are the host's, the elements stay
  for (int t = 0; t < steps; t++) {
    double sum = 0;
    // truth: form target -- a sum of this step
    for (int i = 0; i < n; i++) {
      u[i] = u[i] * 0.75 + 1;
      sum += u[i];
    }
    all = all * 0.5 + sum;
  }
  return all;
}

int chosen(int *__restrict a, int *__restrict b, int n, int steps) {
  int *p = a;
  // truth: no form target -- p leads elsewhere in the second half
  for (int t = 0; t < steps; t++) {
    if (t == steps / 2)
      p = b;
    // truth: no form target -- which of the two, is not known here
    for (int i = 0; i < n; i++)
      p[i] += t;
  }
  return a[0] + b[0];
}

static double plate[20][20], next[20][20];

void plates(int steps) {
  // truth: no form target -- arrays that stay
  for (int t = 0; t < steps; t++) {
    // truth: form target -- rows
    for (int i = 1; i < 19; i++)
      // truth: form target -- columns
      for (int j = 1; j < 19; j++)
        next[i][j] = 0.25 * (plate[i - 1][j] + plate[i + 1][j] + plate[i][j - 1] + plate[i][j + 1]);
    // truth: form target -- rows
    for (int i = 1; i < 19; i++)
      // truth: form target -- columns
      for (int j = 1; j < 19; j++)
        plate[i][j] = next[i][j];
  }
}

// On the host.

void inside(double *a, int n, int by) {
  // truth: no form target -- which elements exist, the condition knows
  for (int i = 0; i < n; i++)
    if (i + by < n)
      a[i + by] = i;
}

void gatherFrom(double *__restrict to, const double *__restrict from, const int *__restrict at,
                int n) {
  // truth: no form target -- how far the indices reach is not known
  for (int i = 0; i < n; i++)
    to[i] = from[at[i]];
}

void half(std::vector<int> &v) {
  int *middle = v.data() + v.size() / 2, *all = v.data();
  int n = static_cast<int>(v.size() / 2);
  // truth: no form target -- two pointers into one vector
  for (int i = 0; i < n; i++)
    middle[i] = all[i] + 1;
}

struct Field {
  std::vector<double> cells;
  void damp(double by) {
    // truth: no form target -- the elements of a member
    for (std::size_t i = 0; i < cells.size(); i++)
      cells[i] *= by;
  }
};

void everyRow(std::vector<std::vector<int>> &rows) {
  // truth: no form target -- rows that are anywhere
  for (std::size_t r = 0; r < rows.size(); r++)
    // truth: no form target -- one of them
    for (std::size_t c = 0; c < rows[r].size(); c++)
      rows[r][c] *= 2;
}

void lengths(std::vector<int> &out, const std::vector<std::string> &words) {
  // truth: no form target -- strings own memory
  for (std::size_t i = 0; i < words.size(); i++)
    out[i] = static_cast<int>(words[i].size());
}

struct Link {
  int *target;
};

void follow(const std::vector<Link> &links, std::vector<int> &out) {
  // truth: no form target -- the elements are pointers
  for (std::size_t i = 0; i < links.size(); i++)
    out[i] = *links[i].target;
}

static int offset = 3;
static int moved(int x) { return x + offset; }

void moveAll(std::vector<int> &v) {
  // truth: no form target -- the function reads a variable of the host
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = moved(v[i]);
}

static int shifted(int x, int by = offset) { return x + by; }

void shiftAll(std::vector<int> &v) {
  // truth: no form target -- so does its default argument
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = shifted(v[i]);
}

void fillOdd(std::vector<int> &a, const std::vector<int> &b) {
  // truth: form target -- a has other elements than those that are written
  for (std::size_t i = 0; i < b.size(); i++)
    a[i + 1] = b[i];
}

void count(std::vector<int> &bins, const std::vector<int> &values) {
  // truth: form target -- updates that meet, each of them atomic
  for (std::size_t i = 0; i < values.size(); i++)
    bins[static_cast<std::size_t>(values[i])]++;
}

void smallest(std::vector<int> &best, const std::vector<int> &keys,
              const std::vector<int> &values) {
  // truth: no form target -- updates that meet, by a comparison
  for (std::size_t i = 0; i < keys.size(); i++)
    if (values[i] < best[static_cast<std::size_t>(keys[i])])
      best[static_cast<std::size_t>(keys[i])] = values[i];
}

int lastOf(const int *a, int n) {
  int x = 0;
  // truth: no form target -- the last value
  for (int i = 0; i < n; i++)
    x = a[i];
  return x;
}

void running(int *a, int n) {
  // truth: no form target -- each element needs the one before
  for (int i = 1; i < n; i++)
    a[i] += a[i - 1];
}

void distances(const int *a, int *out, int n) {
  // truth: no form target -- addresses of the host
  for (int i = 0; i < n; i++)
    out[i] = static_cast<int>(&a[i] - a);
}

int main() {
  corpus::print("pi", pi(100003));
  auto x = corpus::numbers<double>(1000, 1), y = corpus::numbers<double>(1000, 2);
  axpy(y.data(), x.data(), 0.5, 1000);
  axpy(y.data() + 1, y.data(), 0.5, 900);
  axpy(y.data(), x.data(), 0.5, -1);
  corpus::print("axpy", corpus::sum(y));
  activate(y, x);
  corpus::print("activate", corpus::sum(y));
  std::vector<float> from(500, 1.5f), to(500, -1.0f);
  from[77] = 0.0f;
  smooth(to.data(), from.data(), 500);
  smooth(to.data(), from.data(), 2);
  corpus::print("smooth", corpus::sum(to));
  std::vector<double> product(900, 7.0);
  multiply(x.data(), y.data(), product.data(), 30);
  corpus::print("multiply", corpus::sum(product));
  auto numbers = corpus::integers<int>(1001, 5, 0, 99);
  someOfThem(numbers.data(), 300);
  clipped(numbers.data(), 1001);
  corpus::print("someOfThem", corpus::sum(numbers));
  grow(3);
  corpus::print("grow", corpus::sum(board));
  std::vector<Particle> particles(100, {1, 2, 3});
  shift(particles.data(), 100, Particle{0.5, 0.25, 1});
  corpus::print("shift", particles[99].x, particles[0].y, particles[50].kind);
  fillRows(product.data(), 30, 30);
  fillRows(product.data(), 3, 0);
  fillRows(product.data() + 60, 3, -5);
  corpus::print("fillRows", corpus::sum(product), norm(from));
  gather(y, x, corpus::permutation<int>(1000, 4));
  temporary(y.data(), 1000);
  corpus::print("gather", corpus::sum(y));

  heat(x.data(), y.data(), 1000, 7);
  heat(x.data(), y.data(), 2, 7);
  heat(nullptr, nullptr, 1000, 0);
  heated(x.data(), y.data(), 1000, 7);
  corpus::print("heat", corpus::sum(x), watched(x.data(), 500, 4), sums(y.data(), 500, 4));
  corpus::print("chosen", chosen(numbers.data(), numbers.data() + 500, 400, 6));
  plate[0][5] = 100;
  plates(9);
  corpus::print("plates", corpus::sum(plate));

  fillTail(y, 700);
  twoNames(y, 100);
  corpus::print("fillTail", corpus::sum(y), dotRestrict(x.data(), x.data() + 2, 900));
  members(particles.data() + 1, particles.data(), 90);
  members(particles.data(), particles.data(), 90);
  double mixed[80] = {};
  interleaved(mixed, reinterpret_cast<int *>(mixed + 1), 20);
  corpus::print("members", particles[50].x, particles[0].x, mixed[38], apart(&x[0], &x[4], 3));
  scaled(y);
  fourTimes(y);
  ofUnknownSize(y);
  countDown(y);
  corpus::print("scaled", corpus::sum(y));

  inside(y.data(), 1000, 5);
  gatherFrom(x.data(), y.data(), numbers.data(), 1000);
  corpus::print("inside", corpus::sum(y), corpus::sum(x));
  half(numbers);
  corpus::print("half", corpus::sum(numbers));
  Field field{x};
  field.damp(0.5);
  std::vector<std::vector<int>> rows(7, std::vector<int>(9, 2));
  everyRow(rows);
  corpus::print("damp", corpus::sum(field.cells), corpus::sum(rows));
  lengths(numbers, {"one", "three", "eleven"});
  follow({Link{&numbers[5]}, Link{&numbers[1]}}, numbers);
  moveAll(numbers);
  shiftAll(numbers);
  fillOdd(numbers, corpus::integers<int>(300, 6, 0, 9));
  std::vector<int> bins(128);
  count(bins, corpus::integers<int>(1000, 8, 0, 127));
  corpus::print("count", corpus::sum(bins), corpus::sum(numbers), lastOf(numbers.data(), 1000));
  smallest(bins, corpus::integers<int>(1000, 9, 0, 127), numbers);
  running(numbers.data(), 1000);
  distances(numbers.data(), bins.data(), 128);
  corpus::print("running", corpus::sum(numbers), corpus::sum(bins));
}
