// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
bool f(int x) {
  bool found = false;
  // loomp: parallel reduction(||:found) -- the element is compared in every iteration anyway
  for (int i = 0; i < 1000; i++)
    found = a[i] == x || found;
  return found;
}
