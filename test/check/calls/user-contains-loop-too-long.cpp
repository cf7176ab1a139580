// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void scale(double *row, int n, double s) {
  // loomp: parallel
  for (int j = 0; j < n; j++)
    row[j] *= s;
}
double m[100 * 100];
void f() {
  // loomp: not-parallel -- rows of 100 scaled for 101 elements: i=0 and i=1 both scale m[100]
  for (int i = 0; i < 99; i++)
    scale(m + 100 * i, 101, i);
}
