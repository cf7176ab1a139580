// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[5050];
void f() {
  // loomp: parallel induction(k) -- k numbers the elements of all rows before: i * (i + 1) / 2
  for (int i = 0, k = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[k++] = j;
}
