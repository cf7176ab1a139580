// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[20];
void f(int n) {
  // loomp: not-parallel -- i=5 and i=15 both write a[10]
  for (int i = 0; i < n; i++)
    a[(i - 5) % 10 + 10] = i;
}
