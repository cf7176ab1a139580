/*
RUN: %differential %s --flags "-std=c89 -pedantic -Wextra" --args "300"
C90: no declarations in headers or behind statements, no 'long long', no line comments.
*/
#include <stdio.h>
#include <stdlib.h>

/* A check at run time. */
static void shift(double *y, const double *x, int n)
{
  int i;
  for (i = 0; i < n; i++)
    y[i] = x[i + 1];
}

/* Inductions that are recast, one of them wide, one live after the loop. */
static int scatter(int *y, int n, int step)
{
  int i, k = 5;
  double x = 0.5;
  for (i = 0; i < n; i++) {
    y[k] = i + (x > 0);
    k += step;
  }
  return k;
}

static int triangle(int *y, int n)
{
  int i, k = 0;
  for (i = 0; i < n; i++) {
    y[k] = i;
    k += i + 1;
  }
  return k;
}

/* Headers that are no headers of OpenMP. */
static void countDown(long *y, int n)
{
  while (n > 0) {
    --n;
    y[n] = 3L * n;
  }
}

static void walk(double *p, const double *end)
{
  while (p != end) {
    *p = 0.5 * *p;
    ++p;
  }
}

static int both(int *y, int n)
{
  int i = 0;
  do {
    y[i] = i * i;
    i++;
  } while (i < n);
  return i;
}

/* The place of the largest element. */
static int largest(const double *a, int n)
{
  int i, best = 0;
  double most = a[0];
  for (i = 1; i < n; i++)
    if (a[i] > most) {
      most = a[i];
      best = i;
    }
  return best;
}

/* A sum behind a pointer. */
static void total(double *sum, const double *a, int n)
{
  int i;
  for (i = 0; i < n; i++)
    *sum += a[i];
}

int main(int argc, char **argv)
{
  int n = argc > 1 ? atoi(argv[1]) : 100, i, last;
  double *a = (double *)malloc((n + 1) * sizeof *a), *b = (double *)malloc(n * sizeof *b), sum = 0;
  int *k = (int *)calloc(n * n + 6, sizeof *k);
  long *l = (long *)malloc(n * sizeof *l), all = 0;
  for (i = 0; i <= n; i++)
    a[i] = (i * 37) % 101;
  shift(b, a, n);
  last = scatter(k, n, 3);
  last += triangle(k, n);
  last += both(k, n);
  countDown(l, n);
  total(&sum, b, n);
  printf("%d %d\n", largest(a, n), last);
  walk(a, a + n);
  for (i = 0; i < n; i++) {
    all += l[i] + k[i];
    sum += a[i] + b[i];
  }
  printf("%.3f %ld\n", sum, all);
  free(a);
  free(b);
  free(k);
  free(l);
  return 0;
}
