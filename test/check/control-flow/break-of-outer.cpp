// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  bool stop = false;
  // loomp: not-parallel -- stop, set in row 3, ends the loop before row 4
  for (int i = 0; i < 100; i++) {
    // loomp: not-parallel -- may set stop in several iterations; the break ends it
    for (int j = 0; j < 100; j++)
      if (m[i][j] < 0) {
        stop = true;
        break;
      }
    if (stop)
      break;
    m[i][0] = 1;
  }
}
