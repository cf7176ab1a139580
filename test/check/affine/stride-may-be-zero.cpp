// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// A stride that is what a division leaves: the program asks whether it is 0.

void masked(long n, long *a, long k) {
  // loomp: parallel assuming(no-dependence) -- where k is a multiple of 8, all write one element
  for (long i = 0; i < n; i++)
    a[i * (k & 7) + 110] = i;
}

void maskedAndMore(long n, long *a, long k) {
  // loomp: parallel assuming() -- a stride of 1 to 8
  for (long i = 0; i < n; i++)
    a[i * ((k & 7) + 1) + 110] = i;
}

void rest(long n, long *a, long k) {
  // loomp: parallel assuming(no-dependence) -- a stride of 0 to 6
  for (long i = 0; i < n; i++)
    a[i * (k % 4 + 3) + 110] = i;
}

void always(long n, long *a, long k) {
  // loomp: not-parallel -- the stride is 0
  for (long i = 0; i < n; i++)
    a[i * (k & 7) * 0 + 110] = i;
}

void varies(long n, long *a, const long *k) {
  // loomp: not-parallel -- each iteration has a stride of its own
  for (long i = 0; i < n; i++)
    a[i * (k[i] & 7) + 110] = i;
}
