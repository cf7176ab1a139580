// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
void f() {
  // loomp: not-parallel -- k += i wraps within its own type: i=0 and i=256 collide
  for (int i = 0; i < 4000; i++) {
    unsigned char k = 7;
    k += i;
    h[k] = i;
  }
}
