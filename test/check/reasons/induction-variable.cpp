// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// induction-variable: values that are functions of the index, and values that are not.
void countdown(int n, double *a) {
  int k = n;
  // loomp: parallel induction(k) -- k is n - 1 - i where it is used
  for (int i = 0; i < n; i++) {
    k -= 1;
    a[k] = 1.0;
  }
}

void doubling(int n, unsigned *a) {
  unsigned k = 1;
  // loomp: serial carried-flow-dependence on(k) -- each iteration doubles what the last one left
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += k;
  }
}

void sometimes(int n, const int *take, double *a) {
  int k = 0;
  // loomp: not-parallel carried-flow-dependence -- how far k has come depends on take[0 .. i-1]
  for (int i = 0; i < n; i++) {
    if (take[i])
      k += 2;
    a[i] = k;
  }
}
