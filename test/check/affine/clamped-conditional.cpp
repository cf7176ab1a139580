// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=10 and i=11 both write a[10]
  for (int i = 0; i < n; i++)
    a[i < 10 ? i : 10] = i;
}
