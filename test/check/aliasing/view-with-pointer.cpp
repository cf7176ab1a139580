// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct View {
  double *p;
  int n;
};
double a[1001];
void f(int n) {
  View v{a + 1, n};
  // loomp: serial carried-flow-dependence -- v.p[0] is a[1]: i=0 writes it, i=1 reads it
  for (int i = 0; i < v.n; i++)
    v.p[i] = a[i];
}
