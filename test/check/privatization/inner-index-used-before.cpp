// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100], c[100];
void f() {
  int j = 0;
  // loomp: not-parallel -- c[i] gets the j that the row before has left
  for (int i = 0; i < 100; i++) {
    c[i] = j;
    // loomp: parallel
    for (j = 0; j < 100 - i; j++)
      m[i][j] = i;
  }
}
