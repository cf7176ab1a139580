// RUN: %differential %s --flags "-std=c++98 -pedantic -Wextra" --args "300"
// C++98: no 'auto', no <cstdint>, no 'long long', no braces that initialize.
#include <cstdio>
#include <cstdlib>
#include <vector>

// A check at run time.
static void shift(double *y, const double *x, int n) {
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}

// A member and a place behind a pointer, reduced by way of copies.
class Meter {
public:
  Meter() : m_sum(0) {}
  void add(const std::vector<double> &values) {
    for (std::size_t i = 0; i < values.size(); i++)
      m_sum += values[i];
  }
  double m_sum;
};

static void total(Meter *meter, const double *a, int n) {
  for (int i = 0; i < n; i++)
    meter->m_sum += a[i];
}

// A sum of objects.
struct Vector {
  Vector() : x(0), y(0) {}
  Vector(double first, double second) : x(first), y(second) {}
  Vector &operator+=(const Vector &other) {
    x += other.x;
    y += other.y;
    return *this;
  }
  double x, y;
};

static double length(const double *a, int n) {
  Vector sum;
  for (int i = 0; i < n; i++)
    sum += Vector(a[i], 0.5 * a[i]);
  return sum.x + sum.y;
}

// Selections, iterators and inductions.
static int largest(const double *a, int n) {
  int best = 0;
  double most = a[0];
  for (int i = 1; i < n; i++)
    if (a[i] > most) {
      most = a[i];
      best = i;
    }
  return best;
}

static void halve(std::vector<double> &values) {
  std::vector<double>::iterator it = values.begin();
  while (it != values.end()) {
    *it = 0.5 * *it;
    ++it;
  }
}

static int scatter(int *y, int n, int step) {
  int k = 5;
  for (int i = 0; i < n; i++) {
    y[k] = i;
    k += step;
  }
  return k;
}

template <typename T> static T addUp(const std::vector<T> &values, T *sum) {
  for (std::size_t i = 0; i < values.size(); i++)
    *sum += values[i];
  return *sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 100;
  std::vector<double> a(n + 1), b(n);
  std::vector<int> k(3 * n + 6);
  for (int i = 0; i <= n; i++)
    a[i] = (i * 37) % 101;
  shift(&b[0], &a[0], n);
  Meter meter;
  meter.add(a);
  total(&meter, &b[0], n);
  double sum = 1;
  addUp(b, &sum);
  std::printf("%d %d %.3f\n", largest(&a[0], n), scatter(&k[0], n, 3), length(&a[0], n));
  halve(a);
  long all = 0;
  for (int i = 0; i < 3 * n + 6; i++)
    all += k[i];
  for (int i = 0; i < n; i++)
    sum += a[i];
  std::printf("%.3f %.3f %ld\n", sum, meter.m_sum, all);
  return 0;
}
