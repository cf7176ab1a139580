// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=0 and i=1 both write a[0]
  for (int i = 0; i < n; i++)
    a[i / 2 * 2] = i;
}
