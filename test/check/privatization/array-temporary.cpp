// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f() {
  double w[4];
  // FIXME: parallel in truth, with private(w); arrays get no role yet
  // loomp: serial carried-output-dependence -- all iterations share w; every element that is read was written by the same iteration
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < 4; k++)
      w[k] = a[i + k];
    b[i] = w[0] + w[1] * w[2] - w[3];
  }
}
