// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  double(*half)[50] = reinterpret_cast<double(*)[50]>(m);
  // loomp: not-parallel -- half[2] is the first half of m[1]: i=1 reads it, i=2 writes it
  for (int i = 0; i < 100; i++)
    // loomp: not-parallel -- row i of half begins in row i / 2 of m, which is row i for i=0
    for (int j = 0; j < 49; j++)
      half[i][j] = m[i][j + 1];
}
