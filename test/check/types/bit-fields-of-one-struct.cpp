// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Flags {
  unsigned low : 4, high : 4;
} s;
void f() {
  // loomp: not-parallel -- low (i=0) and high (i=1) share a byte that both rewrite
  for (int i = 0; i < 2; i++) {
    if (i == 0)
      s.low = 3;
    if (i == 1)
      s.high = 5;
  }
}
