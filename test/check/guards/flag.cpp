// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int flag[1];
void f(int n) {
  // loomp: not-parallel -- i=0 and i=1 may both write flag[0]
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      flag[0] = i;
}
