// RUN: %differential %s
// Two rows of one container are two ranges: what overlaps the second one is not apart from both.
#include <cstdio>
#include <memory>
#include <vector>
using std::vector;
static void combine(int *w, int n, int i, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++)
    w[c] = s[i - 1][c] + s[i][c];
}
static void distance(const int *w, int n, int i, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++)
    s[i][c] = s[i - 1][c] + w[0];
}
static void next(const int *w, int n, int i, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++)
    s[i][c] = s[i + 1][c] + w[0];
}
static void any(const int *w, int n, int i, int k, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++)
    s[i][c] = s[k][c] + w[0];
}
static void both(const int *w, int n, int i, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++) {
    s[i][c] = c;
    s[i + 1][c] = w[0];
  }
}
static void total(int &w, int n, int i, vector<vector<int>> &s) {
  for (int c = 0; c < n; c++)
    w += (s[i - 1][c] + s[i][c]) & 3;
}
struct Channel {
  vector<int> v;
};
static void mix(int n, Channel *s, vector<int> &b) {
  for (int c = 0; c < n; c++)
    b[c] = s[0].v[c] + s[1].v[c + 1];
}
static void plane(int n, int i, vector<vector<vector<int>>> &s, vector<int> &b) {
  for (int c = 0; c < n; c++)
    b[c] = s[i][1][c] + s[i - 1][1][c + 1];
}
static void owned(int n, int i, vector<std::unique_ptr<vector<int>>> &s, vector<int> &b) {
  for (int c = 0; c < n; c++)
    b[c] = (*s[i])[c] + (*s[i - 1])[c + 1];
}
static void ranges(int n, int i, vector<std::unique_ptr<int[]>> &s, int *b) {
  for (int c = 0; c < n; c++)
    b[c + 1] = s[i - 1][c] + s[i][c];
}
static unsigned sum(const vector<int> &v) {
  unsigned s = 0;
  for (int x : v)
    s = s * 31 + static_cast<unsigned>(x);
  return s;
}
int main() {
  const int n = 20000;
  vector<vector<int>> s(3, vector<int>(n + 1, 1));
  combine(s[1].data() + 1, n, 1, s);
  std::printf("%u\n", sum(s[1]));
  distance(s[1].data() + 15000, n, 1, s);
  next(s[1].data() + 15000, n, 1, s);
  any(s[1].data() + 15000, n, 1, 2, s);
  both(s[2].data() + 15000, n, 1, s);
  std::printf("%u %u\n", sum(s[1]), sum(s[2]));
  for (int c = 0; c < n; c++)
    s[1][c] = c * 5;
  total(s[1][10000], n, 1, s);
  std::printf("%d\n", s[1][10000]);
  vector<int> ramp(n + 1);
  for (int c = 0; c <= n; c++)
    ramp[c] = c % 1000;
  Channel channels[2]{{ramp}, {ramp}};
  vector<vector<vector<int>>> p(2, vector<vector<int>>(2, ramp));
  vector<std::unique_ptr<vector<int>>> u(2);
  vector<std::unique_ptr<int[]>> r(2);
  for (int k = 0; k < 2; k++) {
    u[k] = std::make_unique<vector<int>>(ramp);
    r[k] = std::make_unique<int[]>(n + 1);
    r[k][0] = k + 1;
  }
  for (int t = 0; t < 5; t++) {
    mix(n, channels, channels[1].v);
    plane(n, 1, p, p[0][1]);
    owned(n, 1, u, *u[0]);
  }
  ranges(n, 1, r, r[1].get());
  std::printf("%u %u %u %d\n", sum(channels[1].v), sum(p[0][1]), sum(*u[0]), r[1][n]);
}
