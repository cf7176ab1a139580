// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][101];
void f() {
  // loomp: parallel -- the diagonal is written, the one above it is read
  for (int i = 0; i < 100; i++)
    m[i][i] = m[i][i + 1];
}
