// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[600000], src[1000][1000];
void lower(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- row i starts at i * (i + 1) / 2 and has i + 1 elements
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (int j = 0; j <= i; j++)
      a[k++] = src[i][j];
}
void upper(int n) {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (int j = i + 1; j < n; j++)
      a[k++] = src[i][j];
}
void startOfRow(int n) {
  int row = 0;
  // loomp: parallel induction(row)
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[row + j] = src[i][j];
    row += i + 1;
  }
}
void tooShort(int n) {
  int row = 0;
  // loomp: not-parallel -- row 1 has two elements and starts at 0 like row 0
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[row + j] = src[i][j];
    row += i;
  }
}
void downwards(int n) {
  int row = 1000;
  // loomp: not-parallel -- rows grow upwards from starts that move down by less than a row
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[row + j] = src[i][j];
    row -= i;
  }
}
