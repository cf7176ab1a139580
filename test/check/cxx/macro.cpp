// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#define FOR(i, n) for (int i = 0; i < (n); i++)
double a[1000], b[1000];
void f() {
  // loomp: parallel
  FOR(i, 1000)
  a[i] = b[i];
  // loomp: serial carried-flow-dependence -- i=0 writes a[1], i=1 reads it
  FOR(i, 999)
  a[i + 1] = a[i];
}
