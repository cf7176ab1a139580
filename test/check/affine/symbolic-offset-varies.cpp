// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n, int m) {
  // m changes in the loop: i=0 writes a[m], and i=1 writes a[1 + m - 1], the same element.
  // loomp: not-parallel -- i + m is the same number in every iteration
  for (int i = 0; i < n; i++) {
    a[i + m] = b[i];
    m--;
  }
}
