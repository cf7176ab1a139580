// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int w[2], a[1000];
static int difference() { return w[1] - w[0]; }
void f() {
  // loomp: not-parallel -- difference() reads the shared w
  for (int i = 0; i < 1000; i++) {
    w[0] = i;
    w[1] = 3 * i;
    a[i] = difference();
  }
}
