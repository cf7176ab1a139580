// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int k, a[1000];
static int current() { return k; }
void f() {
  k = 0;
  // loomp: not-parallel -- current() reads the k that the loop counts; a recast would stop counting
  for (int i = 0; i < 1000; i++) {
    a[i] = current();
    k += 2;
  }
}
