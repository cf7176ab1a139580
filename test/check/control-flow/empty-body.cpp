// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the work is done in the condition
  for (int i = 0; i < n && (a[i] = i) >= 0; i++)
    ;
}
