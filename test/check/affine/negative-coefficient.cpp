// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double *end = b + n;
  // loomp: parallel -- end[-1 - i] is b[n - 1 - i]
  for (int i = 0; i < n; i++)
    end[-1 - i] = a[i];
}
