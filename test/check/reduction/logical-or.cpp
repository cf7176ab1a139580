// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
bool f(int x) {
  bool found = false;
  // loomp: parallel reduction(||:found)
  for (int i = 0; i < 1000; i++)
    found = found || a[i] == x;
  return found;
}
