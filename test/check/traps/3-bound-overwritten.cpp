// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[16] = {0, 8};
void f() {
  const int &n = a[1];
  // loomp: not-parallel -- i=1 sets n to 3, so i=3 must not run
  for (int i = 0; i < n; i++)
    a[i] = 3;
}
