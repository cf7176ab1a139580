// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Positive {
  double v;
  Positive(double x) : v(x) {
    if (x < 0)
      throw x;
  }
};
double a[1000];
void f() {
  // loomp: not-parallel -- the constructor may throw
  for (int i = 0; i < 1000; i++)
    a[i] = Positive(a[i]).v;
}
