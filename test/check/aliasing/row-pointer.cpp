// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  // loomp: serial carried-flow-dependence -- i=1 writes row 1, i=2 reads it through up
  for (int i = 1; i < 100; i++) {
    double *row = m[i], *up = m[i - 1];
    // loomp: parallel -- two different rows
    for (int j = 0; j < 100; j++)
      row[j] = up[j];
  }
}
