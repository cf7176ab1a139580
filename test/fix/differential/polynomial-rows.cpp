// Rows that begin at squares and triangular numbers.
// RUN: %differential %s
#include <cstdio>
#include <vector>
static double a[40000], b[1000];

static void squares(int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= 2 * i; j++)
      a[i * i + j] = a[i * i + j] * 0.5 + b[j];
}
static void tooLong(int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= 2 * i + 1; j++)
      a[i * i + j] = a[i * i + j] * 0.5 + b[j] * i;
}
static void triangle(std::vector<double> &v, long n) {
  for (long i = 0; i < n; i++)
    for (long j = 0; j <= i; j++)
      v[i * (i + 1) / 2 + j] = v[i * (i + 1) / 2 + j] * 0.5 + j;
}
static void triangleShifted(std::vector<double> &v, long n) {
  for (long i = 0; i < n; i++)
    for (long j = 0; j <= i; j++)
      v[i * (i - 1) / 2 + j] = v[i * (i - 1) / 2 + j] * 0.5 + j * i;
}
static void upper(std::vector<double> &v, long n) {
  for (long i = n - 1; i >= 0; i--)
    for (long j = i; j < n; j++)
      v[i * n - i * (i + 1) / 2 + j] = v[i * n - i * (i + 1) / 2 + j] * 0.5 + i;
}
namespace shapes {
static double table[400];
static void fill(int n, const double *from) {
  for (int i = 0; i < n; i++)
    table[i] = from[i] + 1;
}
} // namespace shapes
int main() {
  for (int i = 0; i < 1000; i++)
    b[i] = i % 13;
  std::vector<double> v(20000, 1.0);
  for (int round = 0; round < 3; round++) {
    squares(190 + round);
    tooLong(180 + round);
    triangle(v, 180 + round);
    triangleShifted(v, 170 + round);
    upper(v, 150 + round);
    shapes::fill(300, b + round);
    shapes::fill(300, shapes::table + round);
  }
  double sum = 0;
  for (int i = 0; i < 40000; i++)
    sum += a[i] * (i % 17);
  for (int i = 0; i < 20000; i++)
    sum += v[i] * (i % 19);
  for (int i = 0; i < 400; i++)
    sum += shapes::table[i] * (i % 5);
  std::printf("%.6f\n", sum);
}
