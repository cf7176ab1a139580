// RUN: %differential %s
// A vector passed twice.
#include <cstdio>
#include <vector>
static void shift(std::vector<int> &a, const std::vector<int> &b, int n) {
  for (int i = 0; i < n; i++)
    a[i] = b[i + 1] * 3 % 101;
}
int main() {
  std::vector<int> a(20001), b(20001, 5);
  for (int i = 0; i < 20001; i++)
    a[i] = i % 89;
  shift(b, a, 20000);
  shift(a, a, 20000);
  shift(a, b, 20000);
  long s = 0;
  for (int i = 0; i < 20001; i++)
    s += (long)a[i] * (i % 13) + b[i];
  std::printf("%ld\n", s);
}
