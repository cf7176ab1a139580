// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void skip(int &k) {
  if (k % 10 == 3)
    k += 2;
}
double a[1000];
void f(int n) {
  // loomp: not-parallel -- skip() moves the index: where the next iteration stands depends on it
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    skip(i);
  }
}
