// RUN: %differential %s
// Bodies without braces of their own whose last token is one.
#include <cstdio>
struct P {
  int x, y;
};
static P p[300];
static int a[300], b[300];
static int fill(int n) {
  int i;
  if (n > 5)
    for (i = 0; i < n; i++)
      p[i] = P{a[i], 1};
  else
    p[0] = P{1, 2};
  for (i = 0; i < n; i++) p[i] = P{a[i] + p[i].x, 1};
  return i;
}
static int count(int n) {
  int k = 3;
  for (int i = 0; i < n; i++)
    b[i] = k++ + int{3};
  return k;
}
static void first(int n) {
  for (int i = 0; i < n; i++)
    b[i] = b[0] + int{1};
}
int main() {
  for (int i = 0; i < 300; i++)
    a[i] = i * 7 % 31;
  long sum = fill(300) + count(300);
  first(300);
  for (int i = 0; i < 300; i++)
    sum += p[i].x * 3 + p[i].y + b[i];
  std::printf("%ld\n", sum);
}
