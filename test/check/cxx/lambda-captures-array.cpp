// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  auto put = [&](int k, double v) { a[k + 1] = v; };
  // loomp: not-parallel -- i=0 writes a[1] inside the lambda, i=1 reads it
  for (int i = 0; i < n; i++)
    put(i, a[i]);
}
