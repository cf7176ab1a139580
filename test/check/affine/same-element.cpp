// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[10];
void f(int n) {
  // The last one wins.
  // loomp: parallel lastprivate(aLocal)
  for (int i = 0; i < n; i++)
    a[3] = i;
}
