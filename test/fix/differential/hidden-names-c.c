// RUN: %differential %s
// Other names of one variable, and code in types.
#include <stdio.h>
#include <string.h>
static int A[401] __attribute__((used));
extern int AL[401] __attribute__((alias("A")));
static int D __attribute__((used));
extern int DL __attribute__((alias("D")));
static int cnt, buf[64];
static int next(void) { return 1 + (cnt++ & 7); }
static int g(int k, int a[next()]) { return a[k & 7]; }

static int shifted(int n) {
  for (int i = 0; i < n; i++)
    A[i + 1] = AL[i] + 1;
  return A[n];
}
static int last(int n) {
  for (int i = 0; i < n; i++) {
    D = i;
    A[i] = DL;
  }
  return D;
}
static int inCast(int n) {
  for (int i = 0; i < n; i++)
    A[i] = (int)((char *)((int (*)[next()])buf + 1) - (char *)buf);
  return cnt;
}
static int inParameter(int n) {
  for (int i = 0; i < n; i++)
    A[i] = g(i, buf);
  return cnt;
}
static int rows(int m) {
  int v[m][m], sum = 0;
  memset(v, 0, sizeof v);
  for (int i = 0; i < m; i++)
    v[i][i] = i;
  for (int i = 0; i < m; i++)
    sum += v[i][i / 2];
  return sum;
}
int main(void) {
  for (int i = 0; i < 64; i++)
    buf[i] = i * 7 % 31;
  printf("%d %d\n", shifted(400), last(400));
  printf("%d\n", inCast(400));
  int sum = 0;
  for (int i = 0; i < 400; i++)
    sum = (sum * 31 + A[i]) % 10007;
  printf("%d %d %d\n", sum, inParameter(400), rows(9));
}
