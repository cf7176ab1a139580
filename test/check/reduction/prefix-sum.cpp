// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f() {
  double s = 0;
  // loomp: serial carried-flow-dependence -- i=1 stores the s that i=0 has begun
  for (int i = 0; i < 1000; i++) {
    s += a[i];
    b[i] = s;
  }
}
