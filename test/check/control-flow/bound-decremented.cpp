// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- n changes: i=0 leaves fewer iterations to come
  for (int i = 0; i < n; i++) {
    a[i] = 0;
    n--;
  }
}
