// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100];
void f(int n) {
  // loomp: serial carried-output-dependence -- i=0 and i=1 both write a[0]
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < 100; j++)
      a[j] = i * j;
}
