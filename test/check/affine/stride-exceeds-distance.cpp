// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: parallel -- i is a multiple of 4, i - 2 never is
  for (int i = 4; i < n; i += 4)
    a[i] = a[i - 2];
}
