// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
#include <cmath>
#include <cstddef>
struct Grid {
  int rows, cols;
  double cell[64][64];
  std::vector<double> data_;
  double *raw;
  double scale;
  static int counter;
  double &operator()(int i, int j) { return data_[i * cols + j]; }
  double operator()(int i, int j) const { return data_[i * cols + j]; }
  double at(int i, int j) const { return raw[i * cols + j]; }
  void set(int i, int j, double v) { raw[i * cols + j] = v; }
  double &operator[](std::size_t i) { return data_[i]; }
  const double &operator[](std::size_t i) const { return data_[i]; }
  void fill(double v) {
    // loomp: parallel
    for (int i = 0; i < 64; i++)
      // loomp: parallel
      for (int j = 0; j < 64; j++)
        this->cell[i][j] = v * scale;
  }
  void scaleAll() {
    // loomp: parallel
    for (std::size_t i = 0; i < data_.size(); i++)
      data_[i] *= scale;
  }
  void later() {
    // loomp: parallel assuming(no-alias) -- raw may point to the object itself
    for (int i = 0; i < rows; i++)
      // loomp: parallel assuming(no-alias) -- raw may point to the object itself
      for (int j = 0; j < cols; j++)
        set(i, j, helper(i, j));
  }
  double helper(int i, int j) const;
};
double Grid::helper(int i, int j) const { return i * scale + j; }
void viaParens(Grid &g, const Grid &h, int n, int m) {
  // loomp: parallel
  for (int i = 0; i < g.rows; i++)
    // loomp: parallel
    for (int j = 0; j < g.cols; j++)
      g(i, j) = h(i, j) * 2;
}
void viaBrackets(Grid &g, const Grid &h, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    g[i] = h[i] + 1;
}
template <class T> class Matrix {
  std::vector<T> v;
  std::size_t r, c;
public:
  Matrix(std::size_t r, std::size_t c) : v(r * c), r(r), c(c) {}
  T &operator()(std::size_t i, std::size_t j) { return v[i * c + j]; }
  const T &operator()(std::size_t i, std::size_t j) const { return v[i * c + j]; }
  std::size_t rows() const { return r; }
  std::size_t cols() const { return c; }
};
template <class T> void multiply(Matrix<T> &out, const Matrix<T> &a, const Matrix<T> &b) {
  // loomp: parallel
  for (std::size_t i = 0; i < out.rows(); i++)
    // loomp: parallel
    for (std::size_t j = 0; j < out.cols(); j++) {
      T sum = 0;
      // loomp: parallel
      for (std::size_t k = 0; k < a.cols(); k++)
        sum += a(i, k) * b(k, j);
      out(i, j) = sum;
    }
}
double useMatrix() {
  Matrix<double> a(100, 100), b(100, 100), c(100, 100);
  // loomp: parallel
  for (std::size_t i = 0; i < a.rows(); i++)
    // loomp: parallel
    for (std::size_t j = 0; j < a.cols(); j++)
      a(i, j) = i + 2.0 * j;
  multiply(c, a, b);
  Matrix<float> d(10, 10), e(10, 10), f(10, 10);
  multiply(d, e, f);
  return c(3, 3) + d(1, 1);
}
template <class T> struct View {
  T *p;
  std::size_t n, m;
  T &operator()(std::size_t i, std::size_t j) const { return p[i * m + j]; }
  std::size_t extent(int d) const { return d == 0 ? n : m; }
};
void views(View<double> a, View<const double> b) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.n; i++)
    // loomp: parallel
    for (std::size_t j = 0; j < a.m; j++)
      a(i, j) = 3;
}
struct Base { std::vector<double> w; int k; double bias; };
struct Derived : Base {
  void run() {
    // loomp: parallel
    for (int i = 0; i < k; i++)
      w[i] = bias + i;
  }
};
struct Point {
  double x_, y_;
  double x() const { return x_; }
  void set_x(double v) { x_ = v; }
};
void shift(std::vector<Point> &p) {
  // loomp: parallel
  for (std::size_t i = 0; i < p.size(); i++)
    p[i].set_x(p[i].x() + 1);
}
void shiftRange(std::vector<Point> &p) {
  // loomp: parallel
  for (Point &q : p)
    q.set_x(q.x() + 1);
}
struct Outer { struct Inner { double v[8]; }; Inner in[100]; static constexpr int N = 100; };
void nested(Outer &o) {
  // loomp: parallel
  for (int i = 0; i < Outer::N; i++)
    // loomp: parallel
    for (int j = 0; j < 8; j++)
      o.in[i].v[j] = i * j;
}
