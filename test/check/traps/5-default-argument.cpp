// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
static int tag(int i, int serial = n++) { return 1000 * i + serial; }
void f() {
  // loomp: not-parallel -- the default argument is evaluated at every call
  for (int i = 0; i < 1000; i++)
    a[i] = tag(i);
}
