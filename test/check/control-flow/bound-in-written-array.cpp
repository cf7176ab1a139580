// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f() {
  // loomp: not-parallel -- a[0] is the bound; i=0 writes it
  for (int i = 0; i < a[0]; i++)
    a[i] = 3;
}
