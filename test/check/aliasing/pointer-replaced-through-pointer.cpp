// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
double *g = a;
void f(int n) {
  double **pp = &g;
  // loomp: not-parallel -- i=5 redirects g for all later iterations
  for (int i = 0; i < n; i++) {
    g[i] = 1;
    if (i == 5)
      *pp = b;
  }
}
