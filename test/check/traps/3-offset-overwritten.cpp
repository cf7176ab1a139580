// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 3: a load is not a fixed symbol. k is a[3], which the loop writes.
int a[16];
void f() {
  int *k = a + 3;
  // loomp: not-parallel -- i=3 writes a[3] = *k, the offset of i=4
  for (int i = 0; i < 8; i++)
    a[i + *k] = i + 1;
}
