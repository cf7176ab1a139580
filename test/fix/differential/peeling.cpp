// RUN: %differential %s --args "5000|2|1|0"
// Loops whose first or last iteration stands apart: each copy of the loop runs what it must.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

static long a[6000], b[6000];

static void fill() {
  for (int i = 0; i < 6000; i++)
    a[i] = i * 37 % 101 + 3;
}

static void show(const char *what, long value) {
  long sum = value;
  for (int i = 0; i < 6000; i++)
    sum = (sum * 31 + a[i] * 7 + b[i]) % 1000003;
  std::printf("%s %ld\n", what, sum);
  fill();
}

struct Sums {
  long sum = 5;
};

int main(int, char **argv) {
  int n = std::atoi(argv[1]);
  fill();

  for (int i = 0; i < n; ++i)
    a[i] += a[0] * 2;
  show("first", 0);

  for (int i = 0; i < n; ++i)
    a[i] += a[n - 1];
  show("last", 0);

  for (int i = 0; i < n / 10; ++i)
#pragma omp parallel for
    for (int j = 0; j < 8; ++j)
      a[8 * i + j] += a[j] * 2;
  show("first, around a directive", 0);

  for (int i = 1; i <= n; ++i)
    a[i] += a[n];
  show("last, closed", 0);

  for (int i = n - 1; i >= 0; --i)
    a[i] += a[0];
  show("last, down", 0);

  for (int i = n - 1; i >= 0; --i)
    a[i] += a[n - 1];
  show("first, down", 0);

  for (int i = n; i > 3; i--) {
    if (a[i] % 2 == 0)
      continue;
    a[i] += a[4];
  }
  show("last, down, open", 0);

  int k;
  for (k = 3; k < n; k += 2) {
    if (a[k] % 3 == 0)
      continue;
    a[k] += a[3];
  }
  show("steps", k);

  for (k = 0; k != n; ++k)
    a[k] += a[n - 1];
  show("not equal", k);

  std::vector<int> v(n, 3);
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] = v[0] * 2 + static_cast<int>(i);
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] += v[v.size() - 1];
  long all = 0;
  for (int each : v)
    all = (all * 17 + each) % 99991;
  show("vector", all);

  long scale = 1;
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      scale = a[5] + 1;
    b[i] = a[i] * scale;
  }
  show("set in the first", scale);

  long sum = 7;
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      sum = 100;
    sum += a[i];
  }
  show("reset", sum);

  long out = 9, count = 1;
  for (int i = 0; i < n; ++i) {
    count += a[i];
    if (i == n - 1)
      out = count;
  }
  show("total", out * 3 + count);

  Sums sums;
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      std::printf("first of %d\n", n);
    sums.sum += a[i];
    b[i] = a[i] + 1;
  }
  show("member", sums.sum);

  long t = 4;
  for (int i = 0; i < n; ++i) {
    t = a[i] + a[n - 1];
    a[i] = t;
  }
  show("value of the last", t);

  if (n > 1)
    for (unsigned char i = 0; i < 200; ++i)
      a[i] -= a[199];
  else
    for (short i = -2; i < 3; i++)
      a[i + 2] -= a[0];
  show("narrow", 0);
}
