// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: not-parallel -- the first iteration to come initializes `first`: serially always i=0
  for (int i = 0; i < n; i++) {
    static int first = i;
    a[i] = first;
  }
}
