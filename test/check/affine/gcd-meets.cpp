// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[6000];
void f(int n) {
  // loomp: not-parallel -- i=1 writes a[6]; i=1 reads a[6] too, but i=3 writes a[18] that i=4 reads
  for (int i = 0; i < n; i++)
    a[6 * i] = a[4 * i + 2];
}
