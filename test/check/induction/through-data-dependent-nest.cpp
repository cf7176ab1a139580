// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[10000];
int len[100];
void f() {
  int k = 0;
  // loomp: not-parallel -- where row i starts depends on the lengths of all rows before
  for (int i = 0; i < 100; i++)
    // loomp: parallel induction(k)
    for (int j = 0; j < len[i]; j++)
      a[k++] = j;
}
