// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A constant that is not negative stays what it is in an unsigned type of the same width.
void byOne(double *a, unsigned n) {
  // loomp: parallel
  for (unsigned i = 0; i < n; i += 1)
    a[i] = i;
}

void byTwo(double *a, unsigned n) {
  // loomp: parallel -- a loop that wraps around 2^32 would never end
  for (unsigned i = 0; i < n; i += 2)
    a[i] = i;
}

void down(double *a, unsigned n) {
  // loomp: parallel
  for (unsigned i = n; i > 0; i -= 1)
    a[i - 1] = i;
}

void negative(double *a, unsigned n) {
  // loomp: unknown non-canonical-loop -- adds 2^32 - 1: it counts down
  for (unsigned i = n; i > 0; i += -1)
    a[i] = a[i - 1];
}

void notAdded(double *a, unsigned n) {
  // loomp: not-parallel -- i + 1 wraps to 0 in the last iteration, where n is 2^32 - 1
  for (unsigned i = 0; i <= n; i += 1)
    a[i + 1] = a[i];
}
