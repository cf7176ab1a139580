// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double x = 0;
  // loomp: not-parallel -- the condition reads the next element into x and ends at a zero
  for (int i = 0; i < n && (x = b[i]) != 0; i++)
    a[i] = x;
}
