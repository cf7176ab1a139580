// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A constant is compared and assigned as the same number if the variable can have it.
float element(long n, float *h) {
  // loomp: parallel array-reduction(max:h)
  for (long i = 0; i < n; i += 2)
    if (h[3] < 2)
      h[3] = 2;
  return h[3];
}
short narrow(long n, const short *b) {
  short s = 0;
  // loomp: parallel reduction(max:s)
  for (long i = 0; i < n; i++) {
    s = s < b[i] ? b[i] : s;
    if (s < 5)
      s = 5;
  }
  return s;
}
unsigned withoutSign(long n) {
  unsigned s = 0;
  // loomp: parallel reduction(max:s)
  for (long i = 0; i < n; i++)
    s = s < 7 ? 7 : s;
  return s;
}
float fromDouble(long n) {
  float s = 0;
  // loomp: parallel reduction(min:s)
  for (long i = 0; i < n; i++)
    if (s > -2.5)
      s = -2.5;
  return s;
}
float rounded(long n) {
  float s = 0;
  // loomp: parallel reduction(max:s) -- the maximum of 0.1f and what was there
  for (long i = 0; i < n; i++)
    if (s < 0.1)
      s = 0.1;
  return s;
}
float tooWide(long n) {
  float s = 0;
  // loomp: parallel reduction(max:s) -- 16777217 becomes 16777216, whenever that is
  for (long i = 0; i < n; i++)
    if (s < 16777217.0)
      s = 16777217.0;
  return s;
}
int comparedUnsigned(long n, const int *b) {
  int s = -3;
  // loomp: not-parallel not-a-reduction -- compared without sign, -3 is not less than 5
  for (long i = 0; i < n; i++)
    if (s < 5u)
      s = 5u;
  return s;
}
signed char cut(long n) {
  signed char s = 0;
  // loomp: not-parallel -- 200 becomes -56
  for (long i = 0; i < n; i++)
    if (s < 200)
      s = (signed char)200;
  return s;
}
signed char cutImplicitly(long n) {
  signed char s = 0;
  // loomp: not-parallel not-a-reduction -- 200 becomes -56
  for (long i = 0; i < n; i++)
    if (s < 200)
      s = 200;
  return s;
}
unsigned wrapped(long n) {
  unsigned s = 9;
  // loomp: not-parallel not-a-reduction -- compared and assigned is 4294967295, not -1
  for (long i = 0; i < n; i++)
    if (s < -1)
      s = -1;
  return s;
}
