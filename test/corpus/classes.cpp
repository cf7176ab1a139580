//===- classes.cpp - loops in and around user-defined classes -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Members, operators of matrix and vector classes, templates, virtual calls, lambdas and the small
// vocabulary types. What an access touches is hidden behind calls: the body of an operator, the
// constructor of a local, the capture of a lambda, a mutable member or an unknown override.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <cmath>
#include <complex>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

// A matrix with operator().

class Matrix {
public:
  Matrix(std::size_t rows, std::size_t cols) : rows_(rows), cols_(cols), data_(rows * cols) {}

  std::size_t rows() const { return rows_; }
  std::size_t cols() const { return cols_; }
  double &operator()(std::size_t i, std::size_t j) { return data_[i * cols_ + j]; }
  double operator()(std::size_t i, std::size_t j) const { return data_[i * cols_ + j]; }
  std::vector<double> &data() { return data_; }

  Matrix &operator+=(const Matrix &other) {
    // truth: parallel -- the same matrix twice touches the same element
    for (std::size_t i = 0; i < data_.size(); ++i)
      data_[i] += other.data_[i];
    return *this;
  }

private:
  std::size_t rows_, cols_;
  std::vector<double> data_;
};

void transposeInto(Matrix &out, const Matrix &in) {
  if (out.rows() != in.cols() || out.cols() != in.rows())
    return;
  // truth: parallel -- run-time check &out != &in
  for (std::size_t i = 0; i < in.rows(); ++i)
    // truth: parallel -- run-time check &out != &in
    for (std::size_t j = 0; j < in.cols(); ++j)
      out(j, i) = in(i, j);
}

void multiply(Matrix &c, const Matrix &a, const Matrix &b) {
  if (a.cols() != b.rows() || c.rows() != a.rows() || c.cols() != b.cols())
    return;
  // truth: parallel -- run-time checks &c != &a and &c != &b
  for (std::size_t i = 0; i < c.rows(); ++i)
    // truth: parallel -- run-time checks &c != &a and &c != &b
    for (std::size_t j = 0; j < c.cols(); ++j) {
      double dot = 0.0;
      // truth: parallel -- reduction(+ : dot)
      for (std::size_t k = 0; k < a.cols(); ++k)
        dot += a(i, k) * b(k, j);
      c(i, j) = dot;
    }
}

void multiplyInPlace(Matrix &a, const Matrix &b) {
  if (a.cols() != b.rows() || b.rows() != b.cols())
    return;
  // truth: parallel -- run-time check &a != &b; row i reads and writes row i only
  for (std::size_t i = 0; i < a.rows(); ++i)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- j=1 reads a(i,0) of j=0
    for (std::size_t j = 0; j < b.cols(); ++j) {
      double dot = 0.0;
      // truth: parallel -- reduction(+ : dot)
      for (std::size_t k = 0; k < a.cols(); ++k)
        dot += a(i, k) * b(k, j);
      a(i, j) = dot;
    }
}

// *this and a parameter of the same class.

class Field {
public:
  explicit Field(int n, std::uint32_t seed) : cells_(corpus::numbers<double>(n, seed)) {}

  void diffuseFrom(const Field &old) {
    const int n = static_cast<int>(cells_.size());
    // truth: parallel -- run-time check this != &old
    for (int i = 1; i < n - 1; ++i)
      cells_[i] = 0.5 * (old.cells_[i - 1] + old.cells_[i + 1]);
  }

  void relaxFrom(const Field &old) {
    const int n = static_cast<int>(cells_.size());
    // truth: serial carried-flow-dependence -- i reads cells_[i-1], which i-1 wrote
    for (int i = 1; i < n - 1; ++i)
      cells_[i] = 0.5 * (cells_[i - 1] + old.cells_[i + 1]);
  }

  double checksum() const { return corpus::sum(cells_); }

private:
  std::vector<double> cells_;
};

// Members as reduction variables, as bounds, as hidden state.

class Statistics {
public:
  void add(const std::vector<double> &values) {
    // truth: parallel -- reduction of the members sum_ and count_
    for (double x : values) {
      this->sum_ += x;
      ++this->count_;
    }
  }

  void follow(const std::vector<double> &values) {
    // truth: serial carried-flow-dependence|not-a-reduction -- the trend is read and replaced
    for (double x : values)
      this->trend_ += 0.125 * (x - this->trend_);
  }

  double sum() const { return sum_; }
  double trend() const { return trend_; }
  long count() const { return count_; }

private:
  double sum_ = 0.0, trend_ = 0.0;
  long count_ = 0;
};

class Pool {
public:
  explicit Pool(std::vector<int> ages) : ages_(std::move(ages)), live_(ages_.size()) {}

  void grow() {
    // truth: parallel
    for (std::size_t i = 0; i < live_; ++i)
      ages_[i] += 1 + ages_[i] / 10;
  }

  void reap(int limit) {
    // truth: serial bound-not-invariant|index-modified|non-canonical-loop|carried-flow-dependence -- live_ shrinks in the loop
    for (std::size_t i = 0; i < live_;)
      if (ages_[i] > limit)
        ages_[i] = ages_[--live_];
      else
        ++i;
  }

  std::size_t live() const { return live_; }
  long long checksum() const { return corpus::sum(ages_); }

private:
  std::vector<int> ages_;
  std::size_t live_;
};

class Curve {
public:
  double evaluate(int key) const { return std::sin(0.01 * key) * key; }

  double evaluateCached(int key) const {
    if (key / 8 != lastKey_) {
      lastKey_ = key / 8;
      lastValue_ = evaluate(key);
    }
    return lastValue_;
  }

private:
  mutable int lastKey_ = -1;
  mutable double lastValue_ = 0.0;
};

void sample(const Curve &curve, const std::vector<int> &keys, std::vector<double> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < keys.size(); ++i)
    out[i] = curve.evaluate(keys[i]);
}

void sampleCached(const Curve &curve, const std::vector<int> &keys, std::vector<double> &out) {
  // truth: serial hidden-state|carried-flow-dependence -- a hit returns what an earlier miss stored
  for (std::size_t i = 0; i < keys.size(); ++i)
    out[i] = curve.evaluateCached(keys[i]);
}

// Static members: one accumulates in the open, one counts in a constructor.

class Parcel {
public:
  explicit Parcel(int grams) : number_(grams > 50 ? ++heavy_ : 0) {}
  int number() const { return number_; }

  static int heavy() { return heavy_; }
  static void recount(const std::vector<int> &grams) {
    heavy_ = 0;
    // truth: parallel -- reduction of the static member heavy_
    for (int g : grams)
      if (g > 50)
        heavy_ += 1;
  }

private:
  inline static int heavy_ = 0;
  int number_;
};

void label(const std::vector<int> &grams, std::vector<int> &numbers) {
  // truth: serial carried-flow-dependence|hidden-state|role-not-lexical -- the constructor counts
  for (std::size_t i = 0; i < grams.size(); ++i) {
    Parcel parcel(grams[i]);
    numbers[i] = parcel.number();
  }
}

// A class template with operator[].

template <typename T, int N> struct Vec {
  T v[N];
  T &operator[](int i) { return v[i]; }
  const T &operator[](int i) const { return v[i]; }

  Vec scaledBy(T s) const {
    Vec r = *this;
    // truth: parallel
    for (int i = 0; i < N; ++i)
      r[i] *= s;
    return r;
  }

  Vec cumulated() const {
    Vec r = *this;
    // truth: serial carried-flow-dependence -- i reads r[i-1], which i-1 wrote
    for (int i = 1; i < N; ++i)
      r[i] += r[i - 1];
    return r;
  }
};

using Point = Vec<double, 3>;

void place(std::vector<Point> &points, double scale, Point origin) {
  // truth: parallel
  for (Point &p : points) {
    p = p.scaledBy(scale).cumulated();
    p[0] += origin[0];
    p[2] -= origin[2];
  }
}

// Virtual calls.

struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};

struct Circle final : Shape {
  double radius;
  explicit Circle(double r) : radius(r) {}
  double area() const override { return 3.25 * radius * radius; }
};

struct Billed final : Shape {
  static inline int calls = 0;
  double price;
  explicit Billed(double p) : price(p) {}
  double area() const override { return price * ++calls; }
};

double totalArea(const std::vector<Circle> &circles) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total); Circle is final
  for (const Circle &c : circles)
    total += c.area();
  return total;
}

double totalArea(const std::vector<std::unique_ptr<Shape>> &shapes) {
  double total = 0.0;
  // truth: serial unknown-call|may-throw|hidden-state|carried-flow-dependence -- area() may count
  for (const auto &s : shapes)
    total += s->area();
  return total;
}

// Lambdas and std::function.

void weigh(const std::vector<double> &in, std::vector<double> &out, double scale) {
  auto weight = [scale](double x) { return x * scale + 1.0; };
  // truth: parallel -- the capture is a constant copy
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = weight(in[i]);
}

void lowPass(const std::vector<double> &in, std::vector<double> &out, double state) {
  auto filter = [state](double x) mutable { return state = 0.75 * state + x; };
  // truth: serial carried-flow-dependence|hidden-state -- the capture keeps the state between calls
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = filter(in[i]);
}

double energy(const std::vector<double> &v) {
  double sum = 0.0;
  // truth: parallel -- reduction(+ : sum); the lambda captures the thread's copy
  for (double x : v) {
    auto add = [&](double y) { sum += y * y; };
    add(x);
  }
  return sum;
}

double energyThroughCapture(const std::vector<double> &v) {
  double sum = 0.0;
  auto add = [&](double y) { sum += y * y; };
  // truth: serial role-not-lexical|carried-flow-dependence -- the capture reaches the shared sum
  for (double x : v)
    add(x);
  return sum;
}

template <typename Function> void transform(std::vector<double> &v, Function f) {
  // truth: parallel -- the one instantiation calls a lambda without effects
  for (double &x : v)
    x = f(x);
}

void transformErased(std::vector<double> &v, const std::function<double(double)> &f) {
  // truth: serial unknown-call|may-throw -- the target of f may count its calls
  for (double &x : v)
    x = f(x);
}

// complex and optional.

using Complex = std::complex<double>;

void juliaStep(std::vector<Complex> &z, Complex c) {
  // truth: parallel
  for (Complex &p : z)
    p = p * p + c;
}

void cascade(std::vector<Complex> &z, Complex w) {
  // truth: serial carried-flow-dependence -- k reads z[k-1], which k-1 wrote
  for (std::size_t k = 1; k < z.size(); ++k)
    z[k] += z[k - 1] * w;
}

double totalKnown(const std::vector<std::optional<double>> &readings) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total)
  for (const auto &r : readings)
    total += r.value_or(0.5);
  return total;
}

double totalAll(const std::vector<std::optional<double>> &readings) {
  double total = 0.0;
  // truth: serial may-throw -- value() throws for the first missing reading
  for (const auto &r : readings)
    total += r.value();
  return total;
}

int main() {
  Matrix a(60, 50), b(50, 70), c(60, 70), t(70, 60), square(50, 50);
  corpus::fill(a.data(), 1);
  corpus::fill(b.data(), 2);
  corpus::fill(square.data(), 3);
  corpus::repeat(2500, [&](std::size_t i) { square.data()[i] *= 0.02; });
  multiply(c, a, b);
  transposeInto(t, c);
  corpus::print("multiply", corpus::sum(c.data()), corpus::sum(t.data()));
  multiplyInPlace(a, square);
  corpus::print("multiplyInPlace", corpus::sum(a.data()));
  transposeInto(square, square);
  multiply(square, square, square);
  square += square;
  corpus::print("aliased", corpus::sum(square.data()));

  Field old(4000, 5), now(4000, 7);
  now.diffuseFrom(old);
  corpus::print("diffuseFrom", now.checksum());
  now.relaxFrom(old);
  now.diffuseFrom(now);
  corpus::print("relaxFrom", now.checksum());

  auto values = corpus::numbers<double>(6000, 11);
  Statistics statistics;
  statistics.add(values);
  statistics.follow(values);
  corpus::print("statistics", statistics.sum(), statistics.count(), statistics.trend());

  Pool pool(corpus::integers<int>(5000, 13, 0, 90));
  pool.grow();
  pool.reap(80);
  corpus::print("pool", pool.live(), pool.checksum());

  Curve curve;
  auto keys = corpus::integers<int>(5000, 17, 0, 31);
  std::vector<double> out(6000);
  sample(curve, keys, out);
  corpus::print("sample", corpus::sum(out));
  sampleCached(curve, keys, out);
  corpus::print("sampleCached", corpus::sum(out));

  auto grams = corpus::numbers<int>(5000, 19);
  Parcel::recount(grams);
  corpus::print("recount", Parcel::heavy());
  std::vector<int> numbers(5000);
  label(grams, numbers);
  corpus::print("label", Parcel::heavy(), corpus::sum(numbers));

  Vec<long, 2000> counts;
  corpus::fill(counts.v, 23);
  corpus::print("cumulated", corpus::sum(counts.scaledBy(3).cumulated().v));

  std::vector<Point> points;
  std::vector<Circle> circles;
  std::vector<std::unique_ptr<Shape>> shapes;
  std::vector<Complex> z;
  std::vector<std::optional<double>> readings;
  corpus::repeat(3000, [&](std::size_t i) {
    double x = 0.125 * static_cast<double>(i % 37);
    points.push_back({{x, x + 1, x * x}});
    circles.emplace_back(x);
    shapes.push_back(std::make_unique<Billed>(x));
    z.emplace_back(0.1 * x, 0.05 * static_cast<double>(i % 11));
    readings.push_back(i % 5 != 0 ? std::optional<double>(x) : std::nullopt);
  });
  place(points, 0.5, {{1.0, 2.0, 3.0}});
  corpus::print("place", points[7][2], points[1500][1], points[2999][0]);
  corpus::print("totalArea", totalArea(circles), totalArea(shapes));

  weigh(values, out, 1.5);
  corpus::print("weigh", corpus::sum(out));
  lowPass(values, out, 4.0);
  corpus::print("lowPass", corpus::sum(out));
  corpus::print("energy", energy(values), energyThroughCapture(values));
  transform(values, [](double x) { return x * x - 0.5; });
  corpus::print("transform", corpus::sum(values));
  int calls = 0;
  transformErased(values, [&calls](double x) { return x + 0.001 * ++calls; });
  corpus::print("transformErased", calls, corpus::sum(values));

  juliaStep(z, Complex(-0.25, 0.125));
  corpus::print("juliaStep", z[100].real(), z[1700].imag(), z[2999].real());
  cascade(z, Complex(0.5, 0.25));
  std::vector<double> reals(3000);
  corpus::repeat(3000, [&](std::size_t i) { reals[i] = z[i].real(); });
  corpus::print("cascade", corpus::sum(reals));

  corpus::print("totalKnown", totalKnown(readings));
  try {
    corpus::print("totalAll", totalAll(readings));
  } catch (const std::bad_optional_access &) {
    corpus::print("totalAll", "missing");
  }
}
