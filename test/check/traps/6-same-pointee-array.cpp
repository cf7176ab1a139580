// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long cells[10];
long *slot[1000];
void f() {
  // loomp: not-parallel -- slot[0] and slot[1] may be the same cell
  for (int i = 0; i < 1000; i++)
    *slot[i] = i;
  // loomp: parallel atomic(+:*slot[i])
  for (int i = 0; i < 1000; i++)
    *slot[i] += i;
}
