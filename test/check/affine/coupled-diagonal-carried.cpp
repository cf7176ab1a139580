// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  // loomp: serial carried-flow-dependence -- i=0 writes m[1][1], i=1 reads it
  for (int i = 0; i < 99; i++)
    m[i + 1][i + 1] = m[i][i];
}
