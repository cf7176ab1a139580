// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double &first = b[0];
  // loomp: parallel -- first is b[0], which nothing writes
  for (int i = 0; i < n; i++)
    a[i] = first + 1;
}
