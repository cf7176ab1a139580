// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: not-parallel -- `continue` leaves the inner do only; a[i+1] is written in any case
  for (int i = 0; i < n; i++) {
    do { // no loop: it runs once
      if (a[i] > 0)
        continue;
      a[i] = 1;
    } while (false);
    a[i + 1] = 2;
  }
}
