// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void scale(double *row, int n, double s) {
  // loomp: parallel
  for (int j = 0; j < n; j++)
    row[j] *= s;
}
double m[100][100];
void f() {
  // loomp: parallel -- the callee stays within row i
  for (int i = 0; i < 100; i++)
    scale(m[i], 100, i);
}
