// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[3000], kind[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- case 0 advances k twice, case 1 once, all others not at all
  for (int i = 0; i < n; i++) {
    a[k] = i;
    switch (kind[i]) {
    case 0:
      k++;
      [[fallthrough]];
    case 1:
      k++;
    }
  }
}
