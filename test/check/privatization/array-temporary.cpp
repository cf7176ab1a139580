// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f() {
  double w[4];
  // loomp: parallel array-private(w) -- every element that is read was written by the same iteration
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < 4; k++)
      w[k] = a[i + k];
    b[i] = w[0] + w[1] * w[2] - w[3];
  }
}
