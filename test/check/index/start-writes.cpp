// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int length[100];
int count(int n) {
  int i, total;
  // loomp: not-parallel non-canonical-loop -- the start sets total, which a reduction would not see
  for (i = total = 0; i < n; i++)
    total += length[i];
  return total;
}
int countAfter(int n) {
  int i, total = 0;
  // loomp: parallel reduction(+:total) -- the twin whose start only sets the index
  for (i = 0; i < n; i++)
    total += length[i];
  return total;
}
