// RUN: %differential %s
// Arrays of row pointers: rows of their own, rows in one block, one row for all.
#include <cstdio>
#include <vector>
static long checksum(double **a, int n, int m) {
  long s = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      s = (s * 31 + static_cast<long>(a[i][j])) % 1000003;
  return s;
}
int main() {
  const int n = 300, m = 40;
  double **a = new double *[n];
  for (int i = 0; i < n; i++)
    a[i] = new double[m];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      a[i][j] = i * j % 101;
  for (int i = 1; i < n; i++)
    for (int j = 0; j < m; j++)
      a[i][j] += a[i - 1][j] / 2;
  std::printf("%ld\n", checksum(a, n, m));
  std::vector<double *> b(n);
  double *block = new double[n * m];
  for (int i = 0; i < n; i++)
    b[i] = block + i * m;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      b[i][j] = i + 3 * j;
  std::printf("%ld\n", checksum(b.data(), n, m));
  for (int i = 0; i < n; i++)
    b[i] = block + i;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      b[i][j] = i - j;
  std::printf("%ld\n", checksum(b.data(), n, m));
  double *one = new double[m]();
  for (int i = 0; i < n; i++)
    b[i] = i % 2 ? one : block;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      b[i][j] = b[i][j] * 0.5 + i;
  std::printf("%ld\n", checksum(b.data(), n, m));
  for (int i = 0; i < n; i++)
    delete[] a[i];
  delete[] a;
  delete[] one;
  delete[] block;
}
