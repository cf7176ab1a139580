// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// No iteration of the loop over `p` is run, so that `s` is neither read nor written there.
int smallest(int *__restrict a, int *__restrict b, const int *index, long n) {
  int s = 1;
  // loomp: not-parallel -- a[i * j] of one iteration is a[2 * i + 2] of another
  for (int i = 0; i < 7; i++) {
    // loomp: parallel -- atomic updates
    for (int j = 1; j <= n; j++) {
      a[i * j] -= i;
      // loomp: not-parallel -- what 's' is behind the loop is not asked for no iterations
      for (int p = int(j + 1) - 1; p >= int(j + 1); p -= 3) {
        s = s + index[p];
        b[p] = 1;
        s = s < i ? s : i;
      }
    }
    a[2 * i + 2] = b[i + n];
  }
  return s;
}
