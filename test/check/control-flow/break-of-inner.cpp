// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
int first[100];
void f() {
  // loomp: parallel -- the break leaves the inner loop only
  for (int i = 0; i < 100; i++) {
    int k = -1;
    // loomp: serial early-exit -- the columns after the first match must not be looked at
    for (int j = 0; j < 100; j++)
      if (m[i][j] > 0) {
        k = j;
        break;
      }
    first[i] = k;
  }
}
