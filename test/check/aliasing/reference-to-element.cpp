// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double &first = a[0];
  // loomp: parallel peeled(first) -- i=0 writes a[0], which first names in all others
  for (int i = 0; i < n; i++)
    a[i] = first + 1;
}
