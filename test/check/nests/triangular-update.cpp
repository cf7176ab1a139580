// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100];
void f() {
  // loomp: serial carried-flow-dependence -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < 100; i++)
    // loomp: parallel -- j > i: a[i] is not written here
    for (int j = i + 1; j < 100; j++)
      a[j] += a[i];
}
