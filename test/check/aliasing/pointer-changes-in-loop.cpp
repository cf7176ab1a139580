// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double *p = a;
  // loomp: not-parallel -- after i=5 p is b: i=6 writes b[7], i=7 reads it
  for (int i = 0; i < n; i++) {
    p[i + 1] = b[i];
    if (i == 5)
      p = b;
  }
}
