// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int calls;
static bool good(int v) {
  calls++;
  return v > 0;
}
int a[1000];
bool f() {
  bool ok = true;
  // loomp: not-parallel -- after the first bad element good() is called no more
  for (int i = 0; i < 1000; i++)
    ok = ok && good(a[i]);
  return ok;
}
