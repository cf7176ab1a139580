// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int m[100][100], b[100];
void f() {
  int t = -1;
  // loomp: not-parallel -- a row without a positive element stores the t of an earlier row
  for (int i = 0; i < 100; i++) {
    // loomp: serial early-exit -- the columns after the first match must not be looked at
    for (int j = 0; j < 100; j++)
      if (m[i][j] > 0) {
        t = j;
        break;
      }
    b[i] = t;
  }
}
