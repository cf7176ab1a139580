// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[200];
void f() {
  // loomp: parallel peeled(first) -- i=0 alone reads what another one, i=99, writes: a[99]
  for (int i = 0; i < 100; i++)
    a[i] = a[i + 99];
}
