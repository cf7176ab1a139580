// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// A variable that flips has two values: a comparison with a third one is decided, also where the
// values wrap around.
void wraps(long n, long *a) {
  unsigned q = 1;
  // loomp: parallel -- q is 1 or 2^32 - 1
  for (long i = 0; i < n; ++i) {
    if (q == 3)
      a[i + 1] = a[i] + 1;
    q *= -1;
  }
}
void meets(long n, long *a) {
  unsigned q = 1;
  // loomp: not-parallel -- q is 2^32 - 1 for i=1 and i=3: i=1 writes a[3], which i=3 reads
  for (long i = 0; i < n; ++i) {
    if (q == 4294967295u)
      a[i + 2] = a[i] + 1;
    q *= -1;
  }
}
void everySecond(long n, long *a) {
  unsigned q = 1;
  // loomp: parallel -- q is 2^32 - 1 for odd i only, which write elements with even numbers
  for (long i = 0; i < n; ++i) {
    if (q == 4294967295u)
      a[i + 1] = a[i] + 1;
    q *= -1;
  }
}
void bytes(long n, long *a) {
  unsigned char q = 5;
  // loomp: not-parallel -- q is 5 or 251: i=1 writes a[3], which i=3 reads
  for (long i = 0; i < n; ++i) {
    if (q == 251)
      a[i + 2] = a[i] + 1;
    q = -q;
  }
}

void timesMinusOneOf32Bits(unsigned long *a, int n, unsigned long x) {
  // Powers of 4294967295: -1u is not -1 of 64 bits.
  // loomp: parallel induction(x)
  for (int i = 0; i < n; ++i) { a[i] = x; x *= -1u; }
}

void timesMinusOne(unsigned long *a, int n, unsigned long x) {
  // loomp: parallel induction(x)
  for (int i = 0; i < n; ++i) { a[i] = x; x *= -1; }
}
