// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- only i=5 writes a[0] and nobody reads it
  for (int i = 0; i < n; i++) {
    if (i == 5)
      a[0] = 1;
    b[i] = i;
  }
}
