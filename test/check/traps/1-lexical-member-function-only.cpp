// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Sum {
  int total = 0;
  void add(int v) { total += v; }
};
int f(const int *a, int n) {
  Sum s;
  // loomp: not-parallel -- i=0 and i=1 both update s.total inside add()
  for (int i = 0; i < n; i++)
    s.add(a[i]);
  return s.total;
}
