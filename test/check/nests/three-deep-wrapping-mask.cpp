// The analysis must end: the smallest witness is too hard to find here, and any other will do.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(float *h, long m, long k) {
  unsigned long l = 0;
  // loomp: serial carried-output-dependence -- l=1, q=1, p=1 and l=2, q=1, p=1 write h[17]
  for (l = 0; l < m; ++l)
    // loomp: serial carried-output-dependence -- q=1 and q=5 write h[17] at p=1
    for (long q = l; q >= 1; --q)
      // loomp: serial carried-output-dependence -- p=1 and p=65 write the same element
      for (long p = k - 1; p >= 1; --p)
        h[(l * 128 + (q * 16 + p)) & 63] = 1;
}
