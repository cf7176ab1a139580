// What is less known of <math.h>, <complex.h> and <stdlib.h>.
// RUN: %loomp check --format=json %s -- -std=gnu17 -D_GNU_SOURCE | %verdicts %s
#include <complex.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

void scaled(double *x, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    x[i] = ldexp(x[i], i) + fdim(x[i], 1) + nextafter(x[i], 2) + j0(x[i]);
}
void rounded(float *restrict x, int *restrict q, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    q[i] = (int)lrintf(x[i] * 32767.0f);
}
void parts(double *x, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    int e;
    x[i] = frexp(x[i], &e) + e;
  }
}
double whole(double *x, int n) {
  double w = 0;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    x[i] = modf(x[i], &w);
  return w;
}
double wholeRead(double *x, int n) {
  double w = 0;
  // loomp: not-parallel -- x[1] is w of i=0
  for (int i = 0; i < n; i++) {
    x[i] = w;
    modf(x[i], &w);
  }
  return w;
}
void circles(double *restrict x, double *restrict s, double *restrict c, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    sincos(x[i], s + i, c + i);
  // loomp: not-parallel -- i=0 writes s[1], and so does i=1
  for (int i = 0; i < n; i++)
    sincos(x[i], s + i, s + i + 1);
}
void random_each(int *x, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    unsigned state = (unsigned)i;
    x[i] = rand_r(&state);
  }
  unsigned one = 1;
  // loomp: not-parallel -- one state for all
  for (int i = 0; i < n; i++)
    x[i] = rand_r(&one);
}
void magnitudes(double complex *restrict z, double *restrict m, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    m[i] = cabs(z[i]) + creal(csqrt(z[i]));
}
void blocks(char *restrict p, const char *restrict q, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    mempcpy(p + i * 8, q + i * 8, 8);
  // loomp: not-parallel -- byte 8 is of two blocks
  for (int i = 0; i < n; i++)
    mempcpy(p + i * 8, q + i * 8, 9);
}
void decides(int *restrict a, double x, double d, int n) {
  // loomp: not-parallel -- the rounding of x decides the exponent
  for (int i = 0; i < n; i++) {
    int e;
    frexp(x, &e);
    a[i] = e;
    x += d;
  }
}
