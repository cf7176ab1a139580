// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
char *g;
void f(int n) {
  // loomp: parallel assuming(no-alias) -- g may point to itself: a store to g[0] then changes g
  for (int i = 0; i < n; i++)
    g[i] = 0;
}
