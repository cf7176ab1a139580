// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: serial carried-anti-dependence -- i=0 reads a[1][0], i=1 overwrites it
  for (int i = 0; i < 99; i++)
    // loomp: parallel -- the row below is only read
    for (int j = 1; j < 100; j++)
      a[i][j] = a[i + 1][j - 1];
}
