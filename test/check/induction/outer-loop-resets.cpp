// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][300], b[100];
void f() {
  // loomp: parallel
  for (int i = 0; i < 100; i++) {
    int k = 0;
    // loomp: parallel induction(k)
    for (int j = 0; j < 100; j++) {
      m[i][k] = b[j];
      k += 3;
    }
  }
}
