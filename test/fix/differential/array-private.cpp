// RUN: %differential %s
// Arrays and objects that each iteration fills anew, and twins that carry a value along.
#include <array>
#include <cstdio>
#include <vector>

struct Point {
  double x, y, z;
};
struct Vector {
  double x = 0, y = 0, z = 0;
  Vector() {}
  Vector(double x, double y, double z) : x(x), y(y), z(z) {}
  double dot(const Vector &other) const { return x * other.x + y * other.y + z * other.z; }
};

static double a[10000], b[10000], c[10000];
static Point points[10000], moved[10000];

static void scale(const double *in, double *out, double factor) {
  for (int k = 0; k < 3; k++)
    out[k] = factor * in[k];
}

static void split(double x, int &whole, double *rest) {
  whole = static_cast<int>(x);
  *rest = x - whole;
}

static double sum(const double *x) {
  double s = 0;
  for (int i = 0; i < 10000; i++)
    s += x[i] * (i % 11 + 1);
  return s;
}

int main() {
  for (int i = 0; i < 10000; i++) {
    a[i] = (i * 37 % 101) / 4.0;
    points[i] = {a[i], a[i] + 1, a[i] + i % 3};
  }
  double w[4];
  for (int i = 0; i < 9996; i++) {
    for (int k = 0; k < 4; k++)
      w[k] = a[i + k];
    b[i] = w[0] + w[1] * w[2] - w[3];
  }
  std::printf("%g\n", sum(b));

  Point p;
  for (int i = 0; i < 10000; i++) {
    p.x = a[i];
    p.y = 2 * a[i];
    p.z = p.x + p.y;
    moved[i] = p;
  }
  for (int i = 0; i < 10000; i++) {
    p = moved[i];
    b[i] = p.x * p.y + p.z;
  }
  std::printf("%g %g %g\n", sum(b), p.x, p.z);

  std::array<double, 3> t;
  std::vector<double> buffer(16);
  double prefix[9];
  prefix[0] = 5;
  for (int i = 0; i < 9980; i++) {
    for (int k = 0; k < 3; k++)
      t[k] = a[i + k];
    for (int k = 0; k < 16; k++)
      buffer[k] = a[i + k] * t[k % 3];
    for (int k = 1; k < 16; k++)
      buffer[k] += buffer[k - 1];
    for (int k = 0; k < 8; k++)
      prefix[k + 1] = prefix[k] + a[i + k];
    b[i] = buffer[15] + prefix[8];
  }
  std::printf("%g\n", sum(b));

  double scaled[3], rest;
  int whole;
  Vector v;
  for (int i = 0; i < 9990; i++) {
    scale(a + i, scaled, 2);
    split(a[i] + i, whole, &rest);
    v = Vector(scaled[0], scaled[1], 1);
    b[i] = v.dot(v) + scaled[2] + whole * rest;
  }
  std::printf("%g %g %d\n", sum(b), rest, whole);

  double last[3], kept[4] = {1, 2, 3, 4};
  for (int i = 0; i < 9990; i++) {
    for (int k = 0; k < 3; k++)
      last[k] = a[i + k];
    kept[1] = last[0] + last[2];
    c[i] = kept[1] + kept[2];
  }
  std::printf("%g %g %g %g %g\n", sum(c), last[0], last[2], kept[1], kept[3]);

  int n = a[3] > 2 ? 7 : 5;
  double symbolic[64], grid[4][4];
  for (int i = 0; i < 9900; i++) {
    for (int k = 0; k < n; k++)
      symbolic[k] = a[i + k];
    for (int k = 0; k < 4; k++)
      for (int j = 0; j < 4; j++)
        grid[k][j] = a[i + k] * j;
    c[i] = 0;
    for (int k = 0; k < n; k++)
      c[i] += symbolic[n - 1 - k] * k;
    for (int k = 0; k < 4; k++)
      for (int j = 0; j < 4; j++)
        c[i] -= grid[j][k] * k;
  }
  std::printf("%g\n", sum(c));

  // An outer loop carries w through a loop that may run in parallel.
  double chain[16] = {1};
  for (int r = 0; r < 9; r++)
    for (int i = 0; i < 9000; i++) {
      chain[r + 1] = a[i] + r;
      c[i] += chain[r] + chain[r + 1];
    }
  std::printf("%g %g\n", sum(c), chain[9]);

  // The twins.
  double stale[8] = {}, switched[2] = {};
  Point part = {0, 0, 0};
  for (int i = 0; i < 9980; i++) {
    for (int k = 0; k < 7 - i % 2; k++)
      stale[k] = a[i + k];
    b[i] += stale[6] + stale[5];
  }
  for (int i = 0; i < 9980; i++)
    switch (i % 3) {
    case 0:
      switched[0] = a[i];
      break;
    default:
      b[i] = switched[0];
      break;
    }
  for (int i = 0; i < 9980; i++) {
    part.x = a[i];
    b[i] += part.x * part.y;
    if (i % 5 == 0)
      part.y = a[i];
  }
  std::printf("%g %g %g\n", sum(b), stale[6], switched[0]);
}
