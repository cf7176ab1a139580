// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// What the last iteration leaves behind.
int conditional(int n, const int *a) {
  int last = -1;
  // loomp: parallel reduction(max:last)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int conditionalInArray(int n, const int *a) {
  int last[2] = {-1, -1};
  // loomp: not-parallel value-used-after-loop on(last) -- no clause knows who assigned last[0]
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      last[0] = i;
      last[1] = a[i];
    }
  return last[0] + last[1];
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
