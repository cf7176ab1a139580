// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel peeled(first) -- i=0 writes a[0], all others read it
  for (int i = 0; i < n; i++) {
    if (i == 0)
      a[0] = b[0];
    else
      b[i] = a[0];
  }
}
