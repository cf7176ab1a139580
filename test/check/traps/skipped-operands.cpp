// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The right operand of `&&` and `||` that a known left one skips does nothing, in any iteration.
#define DEBUG 0
static int A[300], g = 5;
void assigns(int n) {
  int v = 2;
  // loomp: parallel firstprivate(g) lastprivate(g) -- g keeps its value
  for (int i = 0; i < n; i++) {
    int q = v > 9 && (g = i);
    A[i] = q;
  }
}
int adds(int n) {
  int t = 9;
  // loomp: parallel induction(t) -- by nothing
  for (int i = 0; i < n; i++)
    A[i] = false && (t += 2);
  return t;
}
int counts(int n) {
  int t = 9;
  // loomp: parallel induction(t) -- by nothing
  for (int i = 0; i < n; i++) {
    if (DEBUG && ++t)
      A[i] = 1;
    A[i] = t;
  }
  return t;
}
int evaluated(int n) {
  int t = 9;
  // loomp: parallel induction(t) -- here the right operand counts
  for (int i = 0; i < n; i++)
    A[i] = sizeof(int) == 4 && (t += 2) > 20;
  return t;
}
