// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by scripts/fuzz (family scalars, kernel 5103 of an early generator): text in front of the
// loop or below it named a variable that had changed since the value was taken from it.
void total(long *w, unsigned n, double *h) {
  // loomp: serial carried-output-dependence on(h) -- each iteration writes h[0]
  for (unsigned l = n; l-- > 0;) {
    long t = 0;
    // loomp: parallel induction(t) -- after the loop 't' is -2 * (l + 1); 'l * 2' was written
    for (unsigned q = 0; q <= l; ++q) {
      t -= 2;
      h[q] = t;
    }
    w[l] = t;
  }
}
void overlap(float *e, const float *v, long k) {
  long j = 0;
  // loomp: unknown carried-output-dependence on(e) -- each iteration writes e[0] if 0 < k
  do {
    ++j;
    // loomp: parallel assuming(no-alias) -- the element read is v[j]; the check once named v[j + 1]
    for (long l = 0; l < k; ++l)
      e[l] = v[j] + l;
  } while (j < k);
}
void unchanged(float *e, const float *v, long k, long j) {
  long m = j + 1;
  // loomp: parallel -- nothing changes 'm' or 'j'; the overlap is checked at run time
  for (long l = 0; l < k; ++l)
    e[l] = v[m] + l;
}
