// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
static unsigned char low(int i) { return i; }
void f() {
  // loomp: not-parallel -- the conversion happens at the return
  for (int i = 0; i < 4000000; i++)
    h[low(i)] = i;
}
