// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f() {
  int t = 0;
  const int *p = &t;
  // loomp: not-parallel -- *p reads the one t that all iterations share
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = *p;
  }
}
