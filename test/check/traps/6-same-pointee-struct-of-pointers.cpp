// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Row {
  double *p;
  int n;
};
void f(Row *rows, int n) {
  // loomp: not-parallel -- rows[0].p and rows[1].p may be one buffer
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < rows[i].n; j++)
      rows[i].p[j] = i;
  // loomp: parallel atomic(+:rows[i].p[j])
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < rows[i].n; j++)
      rows[i].p[j] += i;
}
