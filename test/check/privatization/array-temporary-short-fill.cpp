// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int m) {
  double w[4] = {};
  // loomp: not-parallel -- m=4: i=1 fills w[0..2] and reads the w[3] of i=0
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < m - i % 2; k++)
      w[k] = a[i + k];
    b[i] = w[0] + w[1] * w[2] - w[3];
  }
}
