// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void advance(int &k) { k += k % 2 == 0 ? 1 : 3; }
int a[3000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- k moves by 1 or by 3, depending on itself
  for (int i = 0; i < n; i++) {
    a[k] = i;
    advance(k);
  }
}
