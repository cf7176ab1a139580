// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: parallel -- i is even: writes even elements, reads odd ones
  for (int i = 0; i < n; i += 2)
    a[i] = a[i + 1];
}
