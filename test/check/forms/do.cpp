// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// A do loop runs its first iteration untested.
void atEnd(int n, double *a) {
  int i = 0;
  // loomp: parallel
  do {
    a[i] = 2 * i;
    ++i;
  } while (i < n);
}
void inCondition(int n, double *a) {
  int i = 0;
  // loomp: parallel
  do
    a[i] = 2 * i;
  while (++i < n);
}
void guarded(int n, double *a) {
  int i = 0;
  if (n > 0)
    // loomp: parallel
    do {
      a[i] = 2 * i;
    } while (++i < n);
}
void postfix(int n, double *a) {
  int i = 0;
  // loomp: parallel -- one more iteration than the test says
  do {
    a[i] = 2 * i;
  } while (i++ < n);
}
void carried(int n, double *a) {
  int i = 1;
  // loomp: not-parallel -- a[i] is what the next iteration reads
  do {
    a[i] = a[i - 1] + 1;
    i++;
  } while (i < n);
}
void untestedMeets(double *a) {
  int i = 7;
  // loomp: unknown carried-flow-dependence -- FIXME: parallel: there is one iteration
  do {
    a[i] = a[7] + 1;
    i++;
  } while (i < 7);
}
void continued(int n, double *a) {
  int i = 0;
  // loomp: parallel -- 'continue' goes to the condition, where the update is
  do {
    if (a[i] < 0)
      continue;
    a[i] = 2 * i;
  } while (++i < n);
}
void continuedPastUpdate(int n, double *a) {
  int i = 0;
  // loomp: not-parallel unsupported-loop-form -- an iteration that continues leaves i as it is
  do {
    if (a[i] < 0)
      continue;
    a[i] = 2 * i;
    ++i;
  } while (i < n);
}
void strided(int n, double *a) {
  int i = 0;
  // loomp: parallel
  do {
    a[i] = 2 * i;
    i += 2;
  } while (i < n);
}
