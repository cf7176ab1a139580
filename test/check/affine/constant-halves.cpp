// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[200];
void f() {
  // loomp: parallel -- writes a[0..99], reads a[100..199]
  for (int i = 0; i < 100; i++)
    a[i] = a[i + 100];
}
