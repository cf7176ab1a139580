// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel -- the break in front of everything else is the test of the loop
  for (int i = 0;; i++) {
    if (i == n)
      break;
    a[i] = 0;
  }
}
