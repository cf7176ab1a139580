// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
int last;
void f() {
  // loomp: not-parallel -- the expression reads the last that the iteration before assigned
  for (int i = 0; i < 1000; i++)
    a[i] = __extension__({
      int r = last;
      last = i;
      r;
    });
}
