// RUN: %differential %s --args "300"
// Casts of `void *` parameters: checks at run time must compare what the casts mean.
#include <stdio.h>
#include <stdlib.h>
struct context {
  double factor;
  int value;
};
static void fill(const void *user, int *values, int count) {
  const struct context *context = (const struct context *)user;
  for (int i = 0; i < count; i++)
    values[i] = context->value + i;
}
static void copy(void *to, const void *from, int count) {
  for (int i = 0; i < count; i++)
    ((double *)to)[i] = ((const double *)from)[i] + 1;
}
static void scale(void *c, int rows, int stride) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < i; j++) {
      ((float *)c)[2 * (stride * i + j)] *= 2;
      ((float *)c)[2 * (stride * i + j) + 1] -= 3;
    }
}
int main(int argc, char **argv) {
  int n = argc > 1 ? atoi(argv[1]) : 100;
  struct context *some = malloc(n * sizeof *some);
  int *values = malloc(n * sizeof *values);
  double *a = malloc((n + 2) * sizeof *a);
  float *c = malloc(2 * n * n * sizeof *c);
  some[0].value = 7;
  fill(some, values, n);
  for (int i = 0; i < n + 2; i++)
    a[i] = i * 0.5;
  for (int i = 0; i < 2 * n * n; i++)
    c[i] = i % 17;
  copy(a + 1, a, n); // each element from the one before: must stay in order
  copy(a, a + n / 2, n / 2);
  scale(c, n, n);
  scale(c, n / 2, 1); // rows overlap
  // The context lies among the values that the loop writes.
  union {
    struct context context;
    int numbers[64];
  } both;
  both.context.value = 3;
  fill(&both.context, both.numbers, 64);
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += a[i] + values[i];
  for (int i = 0; i < 2 * n * n; i++)
    sum += c[i];
  for (int i = 0; i < 64; i++)
    sum += both.numbers[i] * i;
  printf("%.3f\n", sum);
}
