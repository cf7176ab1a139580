// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100];
void f(int n) {
  int i;
  // loomp: not-parallel -- the inner loop runs over the same i and leaves it at 10
  for (i = 0; i < n; i++)
    // loomp: parallel
    for (i = 0; i < 10; i++)
      m[i] = i;
}
