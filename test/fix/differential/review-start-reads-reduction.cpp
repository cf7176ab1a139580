// RUN: %differential %s
// the start reads the variable that a clause would rename.
#include <cstdio>
static int a[20001];
int f(int q, int n) {
  int i;
  for (i = q; i < n; i++)
    q++;
  return q;
}
int g(int t, int n) {
  for (int i = t; i < n; i++) {
    t = i * 3;
    a[i] = t;
  }
  return t;
}
int h2(int t, int n) {
  for (int i = n; i > t; i--)
    a[i] = t;
  for (int i = t; i < n; i++) {
    t = i * 3;
    a[i] += t;
  }
  return 0;
}
int h3(int t, int n) {
  for (int i = t + 1; i < n; i += 3) {
    a[i] += t;
    t += 2;
  }
  return t;
}
int h4(int t, int n) {
  for (int i = t; i < n; i++) {
    if (a[i] > t)
      t = a[i];
  }
  return t;
}
int main() {
  long z = f(2, 10000) + g(5, 9000);
  z = z * 3 + h2(7, 9000);
  z = z * 3 + h3(3, 9000);
  z = z * 3 + h4(4, 9000);
  unsigned long h = z;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
