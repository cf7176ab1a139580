// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[2000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++, k += 2)
    a[k] = b[i];
}
