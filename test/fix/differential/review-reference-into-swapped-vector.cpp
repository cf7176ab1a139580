// RUN: %differential %s
// After the swap 'r' is w[0]: iteration i=0 writes it and i=1 reads it.
#include <cstdio>
#include <utility>
#include <vector>
int main() {
  int n = 100000;
  std::vector<int> v(n, 5), w(n, 6), out(n);
  int &r = v[0];
  std::swap(v, w);
  for (int i = 0; i < n; i++) {
    out[i] = r;
    w[i] = i + 9;
  }
  long s = 0;
  for (int i = 0; i < n; i++)
    s += out[i];
  printf("%ld\n", s);
}
