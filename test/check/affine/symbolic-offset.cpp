// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n, int m) {
  // loomp: parallel -- m is the same in every iteration
  for (int i = 0; i < n; i++)
    a[i + m] = b[i];
}
