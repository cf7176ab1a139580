// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A stride that is a product: two elements meet iff one of its factors is 0.
void twoFactors(double *a, long n, long k, long l) {
  if (k > 0 && l > 0)
    // loomp: parallel
    for (long p = 0; p < n; ++p)
      a[p * k * l] = 1;
}
void negativeFactor(double *a, long n, long k, long l) {
  if (k > 0 && l < 0)
    // loomp: parallel
    for (long p = 0; p < n; ++p)
      a[p * k * l] = 1;
}
void mayBeZero(double *a, long n, long k, long l) {
  if (k >= 0 && l > 0)
    // loomp: parallel assuming(no-dependence) -- of k = 0 all write a[0]
    for (long p = 0; p < n; ++p)
      a[p * k * l] = 1;
}
void stepAndStride(double *a, int n, int step, int stride) {
  // loomp: parallel assuming(no-dependence) -- stride 0
  for (int i = 0; i < n; i += step)
    a[i * stride] = 1;
}
void boundIsStride(double *a, long k, long step) {
  // loomp: parallel -- where it runs, k is above 0
  for (long p = 0; p < k; p += step)
    a[p * k] = 1;
}
void nextElement(double *a, int n, int step, int stride) {
  // loomp: parallel assuming(no-dependence) -- of step 1 and stride 1 it is the next one
  for (int i = 0; i < n; i += step)
    a[i * stride] = a[i * stride + 1] * 2;
}
void nextRow(double *a, int n, int step, int stride) {
  if (step > 0 && stride > 0)
    // loomp: not-parallel -- i=0 reads a[stride * step], the next one writes it
    for (int i = 0; i < n; i += step)
      a[i * stride] = a[i * stride + step * stride] * 2;
}
void zeroFactor(double *a, long n, long k, long l) {
  if (k == 0 && l > 0)
    // loomp: not-parallel -- all write a[0]
    for (long p = 0; p < n; ++p)
      a[p * k * l] = p;
}
void wrappedProduct(double *a, long n, unsigned k, unsigned l) {
  if (k > 0 && l > 0)
    // loomp: parallel assuming(fixed-step) -- asks, since k * l may be 2^32, which is 0
    for (long p = 0; p < n; ++p)
      a[p * (k * l)] = p;
}
void sumOfProducts(double *a, long n, long k, long l, long m) {
  if (k > 0 && l > 0 && m != 0)
    // loomp: not-parallel -- k * l + m may be 0
    for (long p = 0; p < n; ++p)
      a[p * k * l + p * m] = p;
}
