// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[200];
void f() {
  // loomp: serial carried-anti-dependence -- i=0 reads a[99], i=99 overwrites it
  for (int i = 0; i < 100; i++)
    a[i] = a[i + 99];
}
