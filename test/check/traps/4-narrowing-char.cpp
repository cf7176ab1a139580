// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 4: an affine value stops being affine where it is narrowed.
long h[256];
void f() {
  // loomp: not-parallel -- i=0 and i=256 both write h[0]
  for (int i = 0; i < 4000000; i++) {
    unsigned char k = i;
    h[k] = i;
  }
}
