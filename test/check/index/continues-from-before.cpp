// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int i;
  // loomp: parallel
  for (i = 0; i < n / 2; i++)
    a[i] = 1;
  // loomp: parallel -- with an initialization that repeats where the index stands
  for (; i < n; i++)
    a[i] = 2;
}
