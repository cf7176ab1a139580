// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int next() {
  static int n = 0;
  return ++n;
}
int a[1000];
void f(int n) {
  // loomp: not-parallel -- the static keeps its value from call to call
  for (int i = 0; i < n; i++)
    a[i] = next();
}
