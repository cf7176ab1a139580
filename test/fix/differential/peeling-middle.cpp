// RUN: %differential %s --args "3000 1200|3000 2999|300 -3|1 0|0 0"
// Loops of which one iteration in the middle stands apart, which may not be one of theirs.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

static long a[6000], b[6000];
static int d[12][12];

static void fill() {
  for (int i = 0; i < 6000; i++)
    a[i] = i * 37 % 101 + 3;
}

static void show(const char *what, long value) {
  long sum = value;
  for (int i = 0; i < 6000; i++)
    sum = (sum * 31 + a[i] * 7 + b[i]) % 1000003;
  for (auto &row : d)
    for (int each : row)
      sum = (sum * 31 + each) % 1000003;
  std::printf("%s %ld\n", what, sum);
  fill();
}

static void extremes() {
  long c[4] = {3, 1, 4, 1}, k = 2;
  for (int i = 2147483647 - 3; i < 2147483647; i++)
    c[i - 2147483644] += c[k];
  std::printf("extremes %ld %ld %ld %ld\n", c[0], c[1], c[2], c[3]);
}

int main(int, char **argv) {
  int n = std::atoi(argv[1]), at = std::atoi(argv[2]);
  int k = at < 0 ? 5950 : at; // an element that exists
  fill();

  for (int i = 0; i < n; ++i)
    a[i] += a[k] * 2;
  show("up", 0);

  for (int i = n - 1; i >= 0; --i)
    a[i] += a[k] * 2;
  show("down", 0);

  for (int i = 1; i <= n; ++i)
    a[i] += a[k];
  show("closed", 0);

  int last;
  for (last = 3; last < n; last++) {
    if (a[last] % 3 == 0)
      continue;
    a[last] += a[k];
  }
  show("index after the loop", last);

  for (last = 0; last != n; ++last)
    a[last] += a[k];
  show("not equal", last);

  unsigned un = n, uk = k;
  for (unsigned i = 7; i < un; i++)
    a[i] += a[uk];
  show("unsigned", 0);

  std::vector<int> v(n, 3);
  std::size_t vk = v.empty() ? 0 : k % v.size();
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] = v[vk] * 2 + static_cast<int>(i);
  long all = 0;
  for (int each : v)
    all = (all * 17 + each) % 99991;
  show("vector", all);

  long scale = 1;
  for (int i = 0; i < n; ++i) {
    if (i == at)
      scale = a[5] + 1;
    b[i] = a[i] * scale;
  }
  show("set once", scale);

  long sum = 7;
  for (int i = 0; i < n; ++i) {
    if (i == at)
      sum = 100;
    sum += a[i];
  }
  show("reset", sum);

  for (int i = 0; i < n; ++i) {
    if (i == at)
      std::printf("%d of %d\n", i, n);
    b[i] = a[i] + 1;
  }
  show("announced", 0);

  long t = 4;
  for (int i = 0; i < n; ++i) {
    t = a[i] + a[k];
    a[i] = t * 3 % 1009;
  }
  show("private", 0);

  if (n > 1)
    for (int i = 0; i < n; ++i)
      a[i] -= a[k];
  else
    for (int i = 0; i < n + 3; ++i)
      a[i] += a[k % 3];
  show("no braces", 0);

  for (int i = 0; i < 200; ++i)
    a[i] += a[77];
  show("constants", 0);

  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 12; j++)
      d[i][j] = i == j ? 0 : (i * 7 + j * 13) % 50 + 1;
  // A diagonal below 0 changes row and column m on the way.
  d[3][3] = -2;
  // The rows are split: what stands within one is serial.
  for (int m = 0; m < 12; m++)
    for (int i = 0; i < 12; i++) {
      int carry = 0;
      for (int j = 0; j < 12; j++) {
        carry = (carry * 3 + d[m][j]) % 97;
        d[i][j] = std::max(-1000, std::min(d[i][j], d[i][m] + d[m][j])) + carry % 2;
      }
    }
  show("paths by rows", 0);

  // Each row is split: the rows are serial.
  int last_m = 0;
  for (int m = 0; m < 12; m++)
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++)
        d[i][j] = std::max(-1000, std::min(d[i][j], d[i][m] + d[m][j]));
      last_m = last_m * 3 % 1009 + d[i][i];
    }
  show("paths within rows", last_m);

  for (int m = 0; m < 11; m++) {
    int from = d[m][m];
    for (int j = 0; j < 12; j++)
      d[m][j] = (d[m][j] + d[m][m + 1] + from) % 1013;
  }
  show("within a row", 0);
  extremes();
}
