// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000], t;
double square() { return t * t; }
void f(int n) {
  // loomp: not-parallel -- square() reads the global, a clause would rename only the loop's text
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = square();
  }
}
