// RUN: %differential %s
// 'b' is the buffer of v[0], not the buffer of 'v': iteration i=0 writes v[0][1], i=1 reads it.
#include <cstdio>
#include <vector>
void f(std::vector<std::vector<double>> &v, const double *b, int n) {
  for (int i = 0; i < n; i++)
    v[0][i + 1] = b[i] + 1;
}
int main() {
  std::vector<std::vector<double>> v(2, std::vector<double>(10001, 1.0));
  f(v, v[0].data(), 10000);
  double s = 0;
  for (int i = 0; i < 10001; i++)
    s += v[0][i] * (i % 3);
  printf("%.0f\n", s);
}
