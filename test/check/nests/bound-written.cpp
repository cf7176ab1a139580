// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int len[101];
double m[100][100];
void f() {
  // loomp: not-parallel -- i=0 sets len[1], the bound of i=1
  for (int i = 0; i < 100; i++) {
    // loomp: parallel
    for (int j = 0; j < len[i]; j++)
      m[i][j] = 0;
    len[i + 1] = i;
  }
}
