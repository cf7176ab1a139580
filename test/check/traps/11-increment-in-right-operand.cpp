// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// In C++17 the right operand comes first: i=0 writes a[1]. Every element is written once, so the
// loop is parallel, with closed forms k + 1 on the left and k on the right.
int a[1001], b[1000];
void f() {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < 1000; i++)
    a[k] = b[k++];
}
