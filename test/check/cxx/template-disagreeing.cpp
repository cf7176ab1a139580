// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
template <int D> void shift(double *a, int n) {
  // loomp: not-parallel -- right for D = 0, but shift<1> reads what the next iteration writes
  for (int i = 0; i < n; i++)
    a[i] = a[i + D] * 2;
}
void f(double *a, int n) {
  shift<0>(a, n);
  shift<1>(a, n);
}
