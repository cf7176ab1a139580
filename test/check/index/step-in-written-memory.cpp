// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  a[1] = 1;
  // loomp: not-parallel -- i=1 overwrites the step
  for (int i = 0; i < n; i += a[1])
    a[i] = 2;
}
