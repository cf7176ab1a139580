// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- the increment below `continue` is conditional too
  for (int i = 0; i < n; i++) {
    if (b[i] < 0)
      continue;
    a[k] = b[i];
    k++;
  }
}
