// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], last;
bool f() {
  bool ok = true;
  // loomp: not-parallel -- last is only assigned until ok is false
  for (int i = 0; i < 1000; i++)
    ok = ok && (last = a[i]) > 0;
  return ok;
}
