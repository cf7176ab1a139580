// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
bool f() {
  bool ok = true;
  // loomp: parallel reduction(&&:ok) -- all of a exists, so reading it early does no harm
  for (int i = 0; i < 1000; i++)
    ok = ok && a[i] > 0;
  return ok;
}
