// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 7: n may be 0, and then i and z keep what `lastprivate` would destroy. `fix` has to guard.
int f(int n) {
  int i = 42, z = 7;
  // loomp: parallel -- index i and z are both live
  for (i = 0; i < n; i++)
    z = i;
  return i + z;
}
