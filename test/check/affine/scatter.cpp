// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], c[1000];
int idx[1000];
void f(int n) {
  // loomp: parallel assuming(no-dependence) -- idx[0] == idx[1] is possible: both would write the same element
  for (int i = 0; i < n; i++)
    a[idx[i]] = c[i];
}
