// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
bool f() {
  bool ok = true;
  // loomp: not-parallel -- a[i] == 0 may follow a false ok; evaluating 100 / a[i] then would trap
  for (int i = 0; i < 1000; i++)
    ok = ok && 100 / a[i] > 3;
  return ok;
}
