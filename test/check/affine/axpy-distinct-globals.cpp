// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Two arrays, one subscript: the plainest parallel loop there is.
double x[1000], y[1000];
void axpy(double a) {
  // loomp: parallel -- iteration i touches only y[i] and x[i]
  for (int i = 0; i < 1000; i++)
    y[i] += a * x[i];
}
