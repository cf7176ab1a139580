// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
__attribute__((weak)) double adjust(double x) { return x; }
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the linker may take another body than this one
  for (int i = 0; i < n; i++)
    a[i] = adjust(a[i]);
}
