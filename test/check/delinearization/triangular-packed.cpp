// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[5050];
void f() {
  // loomp: not-parallel -- k numbers the elements of all rows before; no affine function of i
  for (int i = 0, k = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[k++] = j;
}
