// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  int total = 0;
  void add(int v) { total += v; }
};
int f(const int *a, int n) {
  Sum s;
  // The clause renames s, and with it what add() is called for.
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    s.add(a[i]);
  return s.total;
}
