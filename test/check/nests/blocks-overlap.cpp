// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1100];
void f() {
  // loomp: not-parallel -- block 0 writes a[0..10], block 1 begins at a[10]
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j <= 10; j++)
      a[10 * i + j] = i;
}
