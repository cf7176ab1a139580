// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  // loomp: unknown early-exit -- only i = n - 1, which is the last, leaves: no iteration is skipped
  for (int i = 0; i < n; i++) {
    if (i == n - 1)
      break;
    a[i] = i;
  }
}
