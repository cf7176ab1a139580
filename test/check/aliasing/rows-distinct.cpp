// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
#include <vector>
void allocated(int n, int m) {
  double **a = new double *[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = new double[m];
  // loomp: parallel -- each row is an allocation of its own
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] = i + j;
  // loomp: serial carried-flow-dependence -- i=1 writes row 1, i=2 reads it
  for (int i = 1; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] += a[i - 1][j];
  // loomp: serial carried-output-dependence -- i=0 and i=1 write row 0
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i / 2][j] = i + j;
}
void inOneBlock(int n, int m) {
  std::vector<double *> a(n);
  double *block = static_cast<double *>(std::calloc(n * m, sizeof(double)));
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = block + i * m;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] = i + j;
  // loomp: not-parallel -- with m=1, a[0][1] is a[1][0]
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j <= m; j++)
      a[i][j] = i + j;
}
void sharedRows(int n, int m) {
  double **a = new double *[n], **b = new double *[n];
  double *one = new double[m];
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    double *row = new double[m];
    a[i] = row;
    b[i] = row;
  }
  // loomp: not-parallel -- b[i + 1] is the row that iteration i + 1 writes as a[i + 1]
  for (int i = 0; i < n - 1; i++)
    // loomp: not-parallel -- b[i + 1] and a[i] are two rows, but which is not known
    for (int j = 0; j < m; j++)
      a[i][j] = b[i + 1][j];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = one;
  // loomp: serial carried-output-dependence -- every row is the same one
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] = i;
}
void changed(int n, int m, int k) {
  double **a = new double *[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = new double[m];
  a[k] = a[0];
  // loomp: not-parallel -- with k=1, i=0 and i=1 write one row
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] = i + j;
}
void conditional(int n, int m, bool c) {
  double **a = new double *[n]();
  // loomp: parallel
  for (int i = 0; i < n; i++)
    if (c)
      a[i] = new double[m];
  // loomp: not-parallel -- without c nothing is known of the rows
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i][j] = i + j;
}
