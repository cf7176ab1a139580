// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
template <class T> void scale(T *a, int n, T s) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] *= s;
}
void f(float *a, double *b, int n) {
  scale(a, n, 2.0f);
  scale(b, n, 2.0);
}
