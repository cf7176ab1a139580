// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  // loomp: parallel -- block i is a[10i..10i+9]
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j < 10; j++)
      a[10 * i + j] = i;
}
