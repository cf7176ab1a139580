// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int limit = 100;
double a[1000];
static void grow(int i) {
  a[i] = 1;
  if (i == 99)
    limit = 200;
}
void f() {
  // loomp: not-parallel -- grow(99) moves the bound
  for (int i = 0; i < limit; i++)
    grow(i);
}
