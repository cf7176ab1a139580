// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel peeled(first) -- i=0 writes a[0], which all others read
  for (int i = 0; i < n; i++)
    a[i] = a[0] + 1;
}
