// RUN: %differential %s --fix-options=--form=tasks --threads 1,2,4 --flags=-std=gnu17
// RUN: %differential %s --fix-options=--form=sections --threads 1,2,4 --flags=-std=gnu17
// RUN: %differential %s --threads 1,2,4 --flags=-std=gnu17
// The type `double (*)[n]` reads n where it is written.
#include <stdio.h>

static double sum(const double *v, int m) {
  double s = 0;
  for (int i = 0; i < m; i++)
    s += v[i];
  return s;
}
static int count(const double *v, int m) {
  int s = 0;
  for (int i = 0; i < m; i++)
    s += v[i] > 3;
  return s;
}
static void scale(double *v, int m, double by) {
  for (int i = 0; i < m; i++)
    v[i] *= by;
}
static double A[50000], B[50000], C[50000], D[50000];

static double inCast(int k) {
  int n = 1;
  n = count(A, k);
  scale(A, k, 3);
  for (int i = 0; i < k; i++)
    ((double(*)[n])B)[i][0] *= 2;
  scale(C, k, 2);
  double t = sum(C, k) + sum(B, 50000);
  return t * 1000 + B[1];
}
static double inPointer(int k) {
  int n = 1;
  n = count(A, k);
  scale(A, k, 3);
  {
    double(*m)[n] = (void *)B;
    for (int i = 0; i < k; i++)
      m[i][0] *= 2;
  }
  scale(C, k, 2);
  double t = sum(C, k) + sum(B, 50000);
  return t * 1000 + B[1];
}
static double carried(int k) {
  int n = 1;
  for (int i = 0; i < k; i++) {
    ((double(*)[n])D)[1][0] += i;
    n = 1 + i % 4;
  }
  return sum(D, 50000) + 1000 * D[2] + 30 * D[3];
}

int main(void) {
  for (int i = 0; i < 50000; i++) {
    A[i] = i < 4 ? 5 : 1;
    B[i] = 1;
  }
  printf("%.0f %.0f %.0f\n", inCast(9000), inPointer(9000), carried(20000));
}
