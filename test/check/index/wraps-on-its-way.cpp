// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// An index that may wrap around on its way to the bound takes all values of its type.
void bytes(float *f) {
  // loomp: not-parallel -- i = 0 comes behind i = 255
  for (unsigned char i = 250; i != 4; ++i)
    // loomp: not-parallel -- i = 0: q=0 writes f[0], which q=1 reads
    for (long q = 0; q < 5; q++)
      f[q] = f[i] + 1;
}
void wide(float *f) {
  // loomp: not-parallel -- i = 0 comes behind i = 2^32 - 1
  for (unsigned i = 4294967290u; i != 4; ++i)
    // loomp: not-parallel -- i = 0: q=0 writes f[0], which q=1 reads
    for (long q = 0; q < 5; q++)
      f[q] = f[i] + 1;
}
void narrow(float *f) {
  // loomp: not-parallel -- i = -128 comes behind i = 127
  for (signed char i = 120; i != -120; ++i)
    // loomp: not-parallel -- i = -125: q=-125 writes what q=-124 reads
    for (long q = -125; q < -120; q++)
      f[q] = f[i] + 1;
}
void down(float *f) {
  unsigned char i = 3;
  // loomp: not-parallel -- i = 255 comes behind i = 0
  while (i != 250) {
    // loomp: parallel peeled(first) -- but for q = 255
    for (long q = 255; q < 260; q++)
      f[q] = f[i] + 1;
    --i;
  }
}
void counted(float *f) {
  int k = 0;
  // loomp: not-parallel -- i = 0 comes behind i = 255
  for (unsigned char i = 250; i != 4; ++i) {
    // loomp: not-parallel -- k = 7: q=7 writes what q=8 reads
    for (long q = 7; q < 9; q++)
      f[q] = f[k] + 1;
    ++k;
  }
}
void signedIndex(float *f, int n) {
  // loomp: not-parallel -- i=0 writes f[0], which i=1 writes
  for (int i = 0; i != n; ++i)
    // loomp: parallel -- i is not negative
    for (long q = -5; q < 0; q++)
      f[q] = f[i] + 1;
}
