// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int i;
static int current() { return i; }
double a[1000];
void f(int n) {
  // loomp: not-parallel -- current() reads the global i, a thread would count in its own
  for (i = 0; i < n; i++)
    a[i] = current();
}
