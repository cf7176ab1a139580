// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
void f(int n) {
  // loomp: not-parallel -- i=0 and i=256 both write h[0]
  for (int i = 0; i < n; i++) {
    unsigned char k = i;
    h[k] = i;
  }
}
