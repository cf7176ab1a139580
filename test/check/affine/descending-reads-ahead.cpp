// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial carried-anti-dependence -- i=2 reads a[1], the later i=1 overwrites it
  for (int i = n - 1; i > 0; --i)
    a[i] = a[i - 1];
}
