// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n) {
  int k = 0;
  // FIXME: parallel in truth, with induction(k); one update only is recast
  // loomp: serial carried-flow-dependence -- k, then k + 1, then three further in all
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k++;
    a[k] = -b[i];
    k += 2;
  }
}
