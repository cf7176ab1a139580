// RUN: %differential %s --race
// Each call of a function runs its loop anew, whatever an earlier call left in its variables.
#include <cstdio>
static int u0[4], rows[500][4];
namespace ns {
static int t2[4];
}
static void fill(int *p, int v) {
  for (int k = 0; k < 4; k++)
    p[k] = v + k;
}
static int sum(const int *p) {
  int s = 0;
  for (int k = 0; k < 4; k++)
    s += p[k];
  return s;
}
static void recurrence(int n, int (*w)[4], int, int) {
  for (int i = 2; i < n; i++)
    fill(w[i], sum(w[i - 1]) % 100 + sum(w[i - 2]) % 77);
}
static void behind(int n, const int *in, int *out, int, int) {
  int w[4], h[4] = {};
  for (int i = 0; i < n; i++) {
    fill(w, in[i]);
    out[i] = sum(w) + sum(h);
    fill(h, in[i]);
  }
}
static void both(int n, const int *in, int *out, int, int) {
  for (int i = 0; i < n; i++) {
    fill(u0, in[i]);
    fill(ns::t2, u0[0]);
    out[i] = u0[2] + ns::t2[3];
  }
}
int main() {
  static int in[500], out[500];
  for (int i = 0; i < 500; i++)
    in[i] = i * 7 % 31;
  recurrence(500, rows, 0, 0);
  long total = 0;
  for (int i = 0; i < 500; i++)
    total += long(sum(rows[i])) * (i + 1);
  std::printf("%ld\n", total);
  behind(500, in, out, 0, 0);
  total = 0;
  for (int i = 0; i < 500; i++)
    total += long(out[i]) * (i + 1);
  std::printf("%ld\n", total);
  both(500, in, out, 0, 0);
  total = 0;
  for (int i = 0; i < 500; i++)
    total += long(out[i]) * (i + 1);
  std::printf("%ld %d %d\n", total, u0[3], ns::t2[3]);
}
