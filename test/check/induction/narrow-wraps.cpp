// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[256], b[1000];
void f() {
  unsigned char k = 0;
  // loomp: not-parallel -- k wraps at 256: i=0 and i=256 both write a[0]
  for (int i = 0; i < 1000; i++) {
    a[k] = b[i];
    k++;
  }
}
