// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
void f() {
  // loomp: not-parallel -- signed char wraps at 128: i=0 and i=256 both write h[128]
  for (int i = 0; i < 512; i++) {
    signed char k = static_cast<signed char>(i);
    h[k + 128] = i;
  }
}
