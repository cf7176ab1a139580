// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// What the last iteration leaves behind.
int conditional(int n, const int *a) {
  int last = -1;
  // loomp: not-parallel value-used-after-loop on(last) -- no clause knows who assigned last
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int unused(int n, int *a) {
  int t = 0;
  // loomp: parallel private(t) -- nobody reads t after the loop
  for (int i = 0; i < n; i++) {
    t = a[i] + 1;
    a[i] = t;
  }
  return n;
}
