// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[10000];
void f(int n) {
  int &m = a[0];
  // loomp: not-parallel -- i=0 j=0 writes a[0], which is the width m itself
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- the bound m is overwritten by i=0 j=0
    for (int j = 0; j < m; j++)
      a[i * m + j] = i + 10;
}
