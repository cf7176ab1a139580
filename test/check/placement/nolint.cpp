// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A NOLINT comment keeps `fix` away; the verdict stands.
double a[1000];
void f(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) // NOLINT
    a[i] = i;
}
