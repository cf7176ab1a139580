// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[256], b[200];
void f() {
  unsigned char k = 0;
  // loomp: parallel induction(k) -- 200 iterations: k never wraps
  for (int i = 0; i < 200; i++) {
    a[k] = b[i];
    k++;
  }
}
