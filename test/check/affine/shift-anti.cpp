// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  // loomp: serial carried-anti-dependence -- i=0 reads a[1], i=1 overwrites it
  for (int i = 0; i < 999; i++)
    a[i] = a[i + 1];
}
