// Elements whose size the program computes, or that have none, are not counted.
// RUN: %loomp check --format=json %s -- | %verdicts %s
#include <string.h>
struct Empty {};
void rows(int n, int m, int (*v)[m], int (*w)[m]) {
  // loomp: not-parallel -- not described element by element
  for (int i = 0; i < n; i++)
    memcpy(v + i, w + i, sizeof *v);
}
void cleared(int n, int m) {
  int v[n][n][m];
  for (int i = 0; i < n; i++) // loomp: not-parallel -- rows whose size is computed
    memset(v[i], 0, sizeof v[i]);
}
void empty(int n, struct Empty *e, int (*none)[0]) {
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- sizes of 0 count nothing
    memset(e, 0, 4);
    memset(none + i, 0, sizeof *none);
  }
}
