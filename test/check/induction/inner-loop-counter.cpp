// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100000], src[1000][1000];
int flag[1000];
int flatten(int n, int m) {
  int k = 0;
  // loomp: parallel induction(k) -- row i starts at i * m
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (int j = 0; j < m; j++)
      a[k++] = src[i][j];
  return k;
}
void wide(unsigned long n, unsigned long m) {
  unsigned long k = 0;
  // loomp: parallel induction(k)
  for (unsigned long i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (unsigned long j = 0; j < m; j++)
      a[k++] = src[i][j];
}
void narrow(unsigned n, unsigned m) {
  unsigned k = 0;
  // loomp: parallel induction(k) assuming(fixed-step) -- it asks: n * m may pass 2^32, where k starts again
  for (unsigned i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (unsigned j = 0; j < m; j++)
      a[k++] = src[i][j];
}
void four(int n) {
  int k = 5;
  // loomp: parallel induction(k) -- row i starts at 5 + 4 * i
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (int j = 0; j < 4; j++)
      a[k++] = src[i][j];
}
void withGap(int n, int m, int l) {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (int j = 0; j < m; j++) {
      // loomp: parallel induction(k)
      for (int o = 0; o < l; o++)
        a[k++] = i + j + o;
      k++;
    }
}
void overlapping(int n, int m) {
  int k = 0;
  // loomp: not-parallel -- row 0 writes a[0..m], row 1 writes a[m..2 * m]
  for (int i = 0; i < n; i++) {
    // loomp: parallel induction(k)
    for (int j = 0; j < m; j++)
      a[k++] = src[i][j];
    a[k] = 0;
  }
}
void widthChanges(int n, int m) {
  int k = 0;
  // loomp: not-parallel -- the rows are m long, then m - 1, ...
  for (int i = 0; i < n; i++) {
    // loomp: parallel induction(k) -- the m of this iteration spells its length
    for (int j = 0; j < m; j++)
      a[k++] = src[i][j];
    m--;
  }
}
void onlySome(int n) {
  int k = 0;
  // loomp: not-parallel -- where row 1 starts depends on the flags of row 0
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- where j=1 stores depends on whether j=0 stored
    for (int j = 0; j < 8; j++)
      if (flag[j])
        a[k++] = src[i][j];
}
