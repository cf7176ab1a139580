// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double b[4] = {1, 1, 1, 1};
void f() {
  double &s = b[2];
  // loomp: not-parallel -- s is b[2]: i=1 changes it, i=2 reads it
  for (int i = 0; i < 4; i++)
    s += b[i];
}
