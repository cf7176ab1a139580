// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  // loomp: parallel -- row i and row 99-i meet only off the two diagonals' crossing
  for (int i = 0; i < 100; i++)
    m[i][99 - i] = m[i][i];
}
