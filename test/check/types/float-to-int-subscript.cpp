// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int h[100];
void f(const double *x, int n) {
  // loomp: not-parallel -- x[0] and x[1] may fall into one bin
  for (int i = 0; i < n; i++)
    h[(int)(x[i] * 100)] = i;
  // loomp: parallel array-reduction(+:h)
  for (int i = 0; i < n; i++)
    h[(int)(x[i] * 100)]++;
}
