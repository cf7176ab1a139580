// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 10: ten times 0.1, added up, is not 10 * 0.1.
int h[11];
void f() {
  double t = 0;
  // loomp: not-parallel -- t * 10 may be 7.9999 or 8 depending on how t was computed
  for (int i = 0; i < 10; i++) {
    h[(int)(t * 10)]++;
    t += 0.1;
  }
}
