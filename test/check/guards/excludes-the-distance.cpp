// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel -- writes a[100..], reads a[0..99] only
  for (int i = 100; i < n; i++)
    if (i < 200)
      a[i] = a[i - 100];
}
