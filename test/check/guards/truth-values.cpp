// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A number that is 0 or 1 is the truth value that is made of it.
void odd(short *a, int n) {
  // loomp: parallel -- only odd iterations read and write
  for (long i = 0; i < n; ++i) {
    bool isOdd = i & 1;
    if (isOdd)
      a[i + 1] = a[i] + 1;
  }
}
void remainder(short *a, int n) {
  // loomp: parallel -- only odd iterations read and write
  for (long i = 0; i < n; ++i) {
    bool isOdd = i % 2;
    if (isOdd == 1)
      a[i + 1] = a[i] + 1;
  }
}
void ofThree(short *a, int n) {
  // loomp: not-parallel -- i=1 writes a[2], which i=2 reads
  for (long i = 0; i < n; ++i) {
    bool isRest = i % 3;
    if (isRest)
      a[i + 1] = a[i] + 1;
  }
}
void oddOrNegative(short *a, int n) {
  // loomp: not-parallel -- i=-1 and i=1 write a[1]
  for (long i = -4; i < n; ++i) {
    bool isOdd = i % 2;
    if (isOdd)
      a[i * i] = a[i * i] + i;
  }
}
void flipped(short *a) {
  bool q = false;
  // loomp: parallel induction(q) -- q is true in every second iteration
  for (long i = 11; i >= 0; --i) {
    q ^= true;
    if (q == 1)
      a[i + 1] = a[i] + 1;
  }
}
void flippedTwoFurther(short *a) {
  bool q = false;
  // loomp: not-parallel -- i=11 reads a[11], which i=9 writes
  for (long i = 11; i >= 0; --i) {
    q ^= true;
    if (q == 1)
      a[i + 2] = a[i] + 1;
  }
}
