// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001], c[1000];
void f(int n) {
  // loomp: serial carried-output-dependence -- i=0 and i=1 both write a[1], with different values
  for (int i = 0; i < n; i++) {
    a[i] = c[i];
    a[i + 1] = 0;
  }
}
