//===- templates-macros.cpp - loops that are written once and used often --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Function and class templates, generic lambdas, constexpr functions and macros. A loop of a
// template is only as parallel as the worst of its instantiations; a loop of a macro is judged
// where it is expanded; a template without instantiation says nothing.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <array>
#include <atomic>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <list>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

// Instantiated with double, float and complex numbers.
template <class T> void axpy(T a, const T *x, T *y, int n) {
  // truth: parallel -- if x and y do not overlap
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
}

// Instantiated with double only; and with strings, too, which do not commute.
template <class T> T total(const std::vector<T> &values) {
  T sum{};
  // truth: parallel -- reduction(+ : sum)
  for (std::size_t i = 0; i < values.size(); i++)
    sum += values[i];
  return sum;
}

template <class T> T joined(const std::vector<T> &values) {
  T sum{};
  // truth: serial carried-flow-dependence|not-a-reduction|unknown-call -- strings 0 and 1 are appended in order
  for (std::size_t i = 0; i < values.size(); i++)
    sum += values[i];
  return sum;
}

// Instantiated with vectors of char and int; and with a vector of bool.
template <class Flags> void setMultiples(Flags &flags, std::size_t step) {
  // truth: parallel
  for (std::size_t i = 0; i < flags.size(); i += 1)
    flags[i] = i % step == 0;
}

template <class Flags> void setNonMultiples(Flags &flags, std::size_t step) {
  // truth: serial shared-bytes -- in a vector<bool>, elements 0 and 1 are bits of one word
  for (std::size_t i = 0; i < flags.size(); i += 1)
    flags[i] = i % step != 0;
}

// A function object without state, and one that remembers.
template <class Out, class In, class Function>
void transform(std::vector<Out> &out, const std::vector<In> &in, Function function) {
  const int n = static_cast<int>(in.size());
  // truth: parallel
  for (int i = 0; i < n; i++)
    out[i] = function(in[i]);
}

struct Jitter {
  std::uint32_t state;
  double operator()(double value) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return value + state % 1000 * 1e-3;
  }
};

template <class Function> void perturb(std::vector<double> &values, Function function) {
  const int n = static_cast<int>(values.size());
  // truth: serial hidden-state|carried-flow-dependence|role-not-lexical -- i=1 starts from the state that i=0 left in function
  for (int i = 0; i < n; i++)
    values[i] = function(values[i]);
}

// Distances as template arguments: 0 for the first, 1 and 0 for the second, any for the third.
template <int Distance> void dampInPlace(double *a, int n) {
  // truth: parallel -- only instantiated with distance 0
  for (int i = 0; i < n; i++)
    a[i + Distance] = 0.5 * a[i];
}

template <int Distance> void dampOnward(double *a, int n) {
  // truth: serial carried-flow-dependence -- at distance 1, i=1 reads a[1], which i=0 wrote
  for (int i = 0; i < n; i++)
    a[i + Distance] = 0.5 * a[i];
}

template <std::size_t N> void foldHalves(std::array<double, 2 * N> &a) {
  // truth: parallel -- written: the lower half, read in addition: the upper half
  for (std::size_t i = 0; i < N; i++)
    a[i] += a[i + N];
}

// A matrix whose size is part of its type.
template <class T, int N> struct Matrix {
  T m[N][N];

  Matrix operator*(const Matrix &other) const {
    Matrix product;
    // truth: parallel
    for (int i = 0; i < N; i++)
      // truth: parallel
      for (int j = 0; j < N; j++) {
        T sum = 0;
        // truth: parallel -- reduction(+ : sum)
        for (int k = 0; k < N; k++)
          sum += m[i][k] * other.m[k][j];
        product.m[i][j] = sum;
      }
    return product;
  }

  void transpose() {
    // truth: parallel -- the pair of (i, j) and (j, i) belongs to the smaller of the two
    for (int i = 0; i < N; i++)
      // truth: parallel
      for (int j = i + 1; j < N; j++)
        std::swap(m[i][j], m[j][i]);
  }

  void transposeTwice() {
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=0 and i=1 exchange m[0][1]
    for (int i = 0; i < N; i++)
      // truth: parallel
      for (int j = 0; j < N; j++)
        std::swap(m[i][j], m[j][i]);
  }

  // Nobody calls this one, so it is not instantiated with the class.
  T trace() const {
    T sum = 0;
    // truth: serial uninstantiated-template -- what + means for T is not known
    for (int i = 0; i < N; i++)
      sum = sum + m[i][i];
    return sum;
  }
};

// Expressions that are evaluated at the assignment.
template <class Left, class Right> struct Sum {
  const Left &left;
  const Right &right;
  double operator[](std::size_t i) const { return left[i] + right[i]; }
};

class Vector {
public:
  explicit Vector(std::vector<double> data) : data_(std::move(data)) {}
  double operator[](std::size_t i) const { return data_[i]; }
  const std::vector<double> &data() const { return data_; }

  template <class Expression> void assign(const Expression &expression) {
    // truth: parallel -- element i of the operands only, even if one of them is this vector
    for (std::size_t i = 0; i < data_.size(); i++)
      data_[i] = expression[i];
  }

  template <class Expression> void assignReversed(const Expression &expression) {
    // truth: parallel -- instantiated with Vector; if the operand is not this vector
    for (std::size_t i = 0; i < data_.size(); i++)
      data_[i] = expression[data_.size() - 1 - i];
  }

  template <class Scale> void slide(Scale scale) {
    // truth: serial carried-anti-dependence -- i=0 reads data_[1], which i=1 overwrites
    for (std::size_t i = 0; i + 1 < data_.size(); i++)
      data_[i] = scale * data_[i + 1];
  }

private:
  std::vector<double> data_;
};

// A base class that asks its derived class: once a formula, once with a memory.
template <class Derived> struct Sampled {
  void sample(std::vector<double> &out) {
    // truth: parallel
    for (std::size_t i = 0; i < out.size(); i++)
      out[i] = static_cast<Derived *>(this)->at(0.25 * static_cast<double>(i));
  }
};

struct Parabola : Sampled<Parabola> {
  double scale = 2.0;
  double at(double x) const { return scale * x * x; }
};

template <class Derived> struct Stepped {
  void sample(std::vector<double> &out) {
    // truth: serial carried-flow-dependence|hidden-state|role-not-lexical -- i=1 reads the level that i=0 left
    for (std::size_t i = 0; i < out.size(); i++)
      out[i] = static_cast<Derived *>(this)->at(0.25 * static_cast<double>(i));
  }
};

struct LowPass : Stepped<LowPass> {
  double level = 0.0;
  double at(double x) { return level = 0.9 * level + 0.1 * x; }
};

// Parameter packs and discarded branches.
template <class... Columns> void addToAll(int rows, double value, Columns &...columns) {
  // truth: parallel -- if no column is given twice, or because each row is updated by one i only
  for (int i = 0; i < rows; i++)
    ((columns[i] += value), ...);
}

template <class T> void roundAll(std::vector<T> &values) {
  if constexpr (std::is_floating_point_v<T>) {
    // truth: serial uninstantiated-template -- only instantiated with int, which discards this branch
    for (T &value : values)
      value = static_cast<T>(static_cast<long>(value));
  } else {
    // truth: parallel
    for (T &value : values)
      value = (value + 5) / 10 * 10;
  }
}

template <class T> void scaleUnused(T *values, int n, T factor) {
  // truth: serial uninstantiated-template -- what * means for T is not known
  for (int i = 0; i < n; i++)
    values[i] = factor * values[i];
}

// A vector and an array; and a list, whose elements cannot be counted off.
template <class Container> void negate(Container &container) {
  // truth: parallel
  for (auto &element : container)
    element = -element;
}

template <class Container> void negateAny(Container &container) {
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- in a list, the place of element 1 is read from element 0
  for (auto &element : container)
    element = -element;
}

// A counter of int; and one whose order counts.
template <class Counter> void countAbove(const std::vector<float> &values, Counter &counter) {
  // truth: parallel -- reduction(+ : counter)
  for (std::size_t i = 0; i < values.size(); i++)
    if (values[i] > 0.5f)
      counter++;
}

template <class Counter> void countBelow(const std::vector<float> &values, Counter &counter) {
  // truth: serial volatile-or-atomic -- increments of an atomic counter by i=0 and i=1 are ordered
  for (std::size_t i = 0; i < values.size(); i++)
    if (values[i] < 0.5f)
      counter++;
}

// Bounds that are checked in one instantiation.
template <bool Checked> int at(const std::vector<int> &values, int i) {
  if (Checked && i >= static_cast<int>(values.size()))
    throw std::out_of_range("at");
  return values[i];
}

template <bool Checked> long sumAt(const std::vector<int> &values, int n) {
  long sum = 0;
  // truth: parallel -- reduction(+ : sum); only instantiated without checks
  for (int i = 0; i < n; i++)
    sum += at<Checked>(values, i);
  return sum;
}

template <bool Checked> long sumChecked(const std::vector<int> &values, int n) {
  long sum = 0;
  // truth: serial may-throw -- if i=0 throws, i=1 does not run
  for (int i = 0; i < n; i++)
    sum += at<Checked>(values, i);
  return sum;
}

// Tables that the compiler computes.
constexpr std::array<std::uint16_t, 512> squares() {
  std::array<std::uint16_t, 512> table{};
  // truth: parallel
  for (unsigned i = 0; i < 512; i++)
    table[i] = static_cast<std::uint16_t>(i * i);
  return table;
}

constexpr std::array<std::uint32_t, 32> fibonacci() {
  std::array<std::uint32_t, 32> table{1, 1};
  // truth: serial carried-flow-dependence -- i=3 reads table[2], which i=2 wrote
  for (std::size_t i = 2; i < 32; i++)
    table[i] = table[i - 1] + table[i - 2];
  return table;
}

constexpr auto Squares = squares();
constexpr auto Fibonacci = fibonacci();

// Macros in the place of loops, and in the body of one.
#define FOR(i, n) for (int i = 0; i < (n); i++)
#define FILL(array, n, value)                                                                      \
  for (int fillIndex = 0; fillIndex < (n); fillIndex++)                                            \
  (array)[fillIndex] = (value)
#define SQUARE(x) ((x) * (x))
#define NEXT_RANDOM(state) (state ^= state << 13, state ^= state >> 17, state ^= state << 5)

void macroScale(float *a, int n, float factor) {
  // truth: parallel
  FOR(i, n)
  a[i] *= factor;
}

void macroChain(float *a, int n) {
  // truth: serial carried-flow-dependence -- i=1 reads a[1], which i=0 wrote
  FOR(i, n - 1)
  a[i + 1] += 0.5f * a[i];
}

void macroFill(double *a, int n, double value) {
  // truth: parallel
  FILL(a, n, 2.0 * value);
}

void macroFillFromAngle(double *a, int n, double angle) {
  // truth: serial carried-flow-dependence -- a[1] gets the cosine of what a[0] got
  FILL(a, n, angle = std::cos(angle));
}

void macroInBody(const std::vector<double> &in, std::vector<double> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < in.size(); i++)
    out[i] = SQUARE(in[i] + 1.0);
}

void macroState(std::vector<std::uint32_t> &out, std::uint32_t seed) {
  // truth: serial carried-flow-dependence -- element 1 is made from the seed that element 0 left
  for (auto &element : out)
    element = NEXT_RANDOM(seed);
}

double lambdas(std::vector<double> &values) {
  auto halve = [](auto &container) {
    // truth: parallel
    for (auto &element : container)
      element *= 0.5;
  };
  [[maybe_unused]] auto never = [](auto &container) {
    // truth: serial uninstantiated-template -- what *= means is not known
    for (auto &element : container)
      element *= 0.5;
  };
  halve(values);
  return values[1];
}

int main() {
  auto x = corpus::numbers<double>(4000, 1), y = corpus::numbers<double>(4000, 2);
  auto fx = corpus::numbers<float>(4000, 3), fy = corpus::numbers<float>(4000, 4);
  std::vector<std::complex<double>> c(2000, {0.5, 0.25});
  axpy(1.5, x.data(), y.data(), 4000);
  axpy(0.5f, fx.data(), fy.data(), 4000);
  axpy(std::complex<double>(0.0, 2.0), c.data(), c.data(), 2000);
  axpy(0.5, y.data(), y.data() + 1, 3000);
  corpus::print("axpy", corpus::sum(y), corpus::sum(fy), c[0].real(), c[1999].imag());

  std::vector<std::string> words = {"for", "while", "do", "goto"};
  corpus::print("total", total(y), joined(x), joined(words));
  std::vector<char> bytes(3000);
  std::vector<int> ints(4000);
  std::vector<bool> bits(3000);
  setMultiples(bytes, 7);
  setMultiples(ints, 11);
  setNonMultiples(bits, 5);
  corpus::print("flags", corpus::sum(bytes), corpus::sum(ints), corpus::sum(bits));

  transform(ints, x, [](double value) { return static_cast<int>(100 * value); });
  perturb(y, Jitter{12345});
  corpus::print("transform", corpus::sum(ints), corpus::sum(y));
  dampInPlace<0>(y.data(), 4000);
  dampOnward<0>(y.data(), 2000);
  dampOnward<1>(y.data(), 3999);
  std::array<double, 2000> halves;
  corpus::fill(halves, 5);
  foldHalves<1000>(halves);
  corpus::print("distances", corpus::sum(y), corpus::sum(halves));

  static Matrix<double, 40> a, b;
  static Matrix<long, 30> l;
  corpus::fill(a.m, 6);
  corpus::fill(b.m, 7);
  corpus::fill(l.m, 8);
  static Matrix<double, 40> product = a * b;
  static Matrix<long, 30> longProduct = l * l;
  product.transpose();
  longProduct.transposeTwice();
  corpus::print("Matrix", corpus::sum(product.m), corpus::sum(longProduct.m));

  Vector u(x), v(y);
  u.assign(Sum<Vector, Vector>{u, v});
  v.assignReversed(v);
  v.assignReversed(u);
  v.slide(2);
  corpus::print("Vector", corpus::sum(u.data()), corpus::sum(v.data()));
  Parabola parabola;
  LowPass lowPass;
  parabola.sample(x);
  lowPass.sample(y);
  corpus::print("sample", corpus::sum(x), corpus::sum(y));

  addToAll(3000, 0.5, x, y, fx);
  corpus::print("addToAll", corpus::sum(x), corpus::sum(y), corpus::sum(fx));
  roundAll(ints);
  std::array<int, 5> few = {1, 2, 3, 4, 5};
  std::list<int> chain = {1, 2, 3};
  negate(ints);
  negate(few);
  negateAny(few);
  negateAny(chain);
  corpus::print("negate", corpus::sum(ints), corpus::sum(few), corpus::sum(chain));
  int above = 0, below = 0;
  std::atomic<int> atomicBelow{0};
  countAbove(fy, above);
  countBelow(fy, below);
  countBelow(fy, atomicBelow);
  corpus::print("count", above, below, atomicBelow.load());
  corpus::print("sumAt", sumAt<false>(ints, 3000), sumChecked<true>(ints, 2000),
                sumChecked<false>(ints, 1000));
  corpus::print("tables", corpus::sum(Squares), corpus::sum(Fibonacci));

  macroScale(fx.data(), 4000, 1.25f);
  macroChain(fx.data(), 4000);
  corpus::print("macros", corpus::sum(fx));
  macroFill(x.data(), 2000, 0.75);
  macroFillFromAngle(x.data() + 3000, 500, 1.5);
  corpus::print("macroFill", corpus::sum(x));
  macroInBody(x, y);
  std::vector<std::uint32_t> random(2000);
  macroState(random, 99);
  double half = lambdas(y);
  corpus::print("bodies", corpus::sum(y), corpus::sum(random), half);
}
