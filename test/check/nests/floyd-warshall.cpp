// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int d[100][100];
void f() {
  // loomp: not-parallel -- k=0 shortens paths that k=1 builds on
  for (int k = 0; k < 100; k++)
    // loomp: parallel peeled(middle) -- i=k writes row k, which every other i reads
    for (int i = 0; i < 100; i++)
      // loomp: parallel peeled(middle) -- j=k writes d[i][k], which every other j reads
      for (int j = 0; j < 100; j++)
        if (d[i][k] + d[k][j] < d[i][j])
          d[i][j] = d[i][k] + d[k][j];
}
