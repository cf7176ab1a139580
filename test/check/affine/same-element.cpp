// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[10];
void f(int n) {
  // loomp: serial carried-output-dependence -- i=0 and i=1 both write a[3]; the last must win
  for (int i = 0; i < n; i++)
    a[3] = i;
}
