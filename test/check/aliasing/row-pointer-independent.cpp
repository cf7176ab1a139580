// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  // loomp: parallel -- iteration i stays within row i
  for (int i = 0; i < 100; i++) {
    double *row = m[i];
    // loomp: serial carried-flow-dependence -- j=1 writes row[1], j=2 reads it
    for (int j = 1; j < 100; j++)
      row[j] += row[j - 1];
  }
}
