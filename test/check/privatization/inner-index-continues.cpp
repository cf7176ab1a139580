// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  int j = 0;
  // loomp: not-parallel -- j is not set to 0 again: only the first row is filled
  for (int i = 0; i < 100; i++)
    // loomp: parallel -- from where j stands
    for (; j < 100; j++)
      m[i][j] = i;
}
