// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, int k) {
  // loomp: not-parallel -- a reference as index does not compile in OpenMP; k is also live
  for (int &i = k; i < n; i++)
    a[i] = 1;
}
