// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Pair {
  unsigned low, high;
} s;
void f() {
  // loomp: parallel -- whole members have bytes of their own; the twin with bit-fields has not
  for (int i = 0; i < 2; i++) {
    if (i == 0)
      s.low = 3;
    if (i == 1)
      s.high = 5;
  }
}
