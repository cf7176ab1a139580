// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i;
  int &r = i;
  // loomp: not-parallel -- every second element is skipped through r
  for (i = 0; i < n; i++) {
    a[i] = 1;
    r++;
  }
}
