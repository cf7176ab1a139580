// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: not-parallel -- a[a[i]] may be any element, also the subscript of a later iteration
  for (int i = 0; i < n; i++)
    a[a[i]] = i;
}
