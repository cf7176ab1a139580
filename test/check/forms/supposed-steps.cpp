// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Steps that are negative, zero or huge on some inputs, where the index would wrap around: the
// program asks. Twins: what cannot be asked in front of the loop, or is not asked of it.
#include <cstdint>
#include <vector>
void widerStep(int n, long step, double *a) {
  // loomp: parallel assuming(fixed-step) -- a step of 2^32 + 1 visits all elements, one of -1 others
  for (int i = 0; i < n; i += step)
    a[i] = i;
}
void assigned(int n, long step, double *a) {
  // loomp: parallel assuming(fixed-step)
  for (int i = 0; i < n; i = i + step)
    a[i] = i;
}
void signedStep(unsigned n, int step, double *a) {
  // loomp: parallel assuming(fixed-step) -- a step of -1 goes down from n - 1 to 0
  for (unsigned i = 0; i < n; i += step)
    a[i] = i;
}
void sizes(std::vector<double> &v, long stride) {
  // loomp: parallel assuming(fixed-step)
  for (std::size_t i = 0; i < v.size(); i += stride)
    v[i] = i;
}
void convertedBound(long k, long step, double *a) {
  // loomp: parallel assuming(fixed-step)
  for (std::uint64_t i = 1; i <= std::uint64_t(k); i += step)
    a[i] = i;
}
void narrowedBound(long k, long step, double *a) {
  // loomp: parallel assuming(fixed-step) -- k may be 2^32 + 5
  for (unsigned i = 1; i < unsigned(k); i += step)
    a[i] = i;
}
void downwards(int n, long step, double *a) {
  // loomp: parallel assuming(fixed-step)
  for (int i = n - 1; i >= 2; i -= step)
    a[i] = i;
}
void negativeStep(int n, long step, double *a) {
  // loomp: parallel assuming(fixed-step) -- asks for a step below 0
  for (int i = n - 1; i >= 0; i += step)
    a[i] = i;
}
double sum(int n, long step, const double *a) {
  double s = 0;
  // loomp: parallel reduction(+:s) assuming(fixed-step)
  for (int i = 0; i < n; i += step)
    s += a[i];
  return s;
}
void nest(long rows, long step, double (*a)[64]) {
  // loomp: parallel -- whatever the columns are
  for (long r = 0; r < rows; ++r)
    // loomp: parallel assuming(fixed-step)
    for (unsigned j = 0; j < 64; j += step)
      a[r][j] = r;
}
void innerBound(int n, long step, double (*a)[64]) {
  // loomp: parallel assuming(fixed-step)
  for (int i = 0; i < n; i += step)
    // loomp: parallel assuming(fixed-step) -- j is below i, and i below n, of which it asks
    for (int j = 0; j < i; j += step)
      a[i][j] = j;
}
void varyingBound(int n, long step, long *a) {
  // loomp: parallel atomic(*:a) -- whatever the step does
  for (int j = 1; j < n; ++j)
    // loomp: parallel assuming(fixed-step) -- asks for a small n, too
    for (unsigned p = 1; p < unsigned(j + 1); p += step)
      a[p + j] = a[p + j] * 2;
}
void unboundedBound(const long *ends, int n, long step, double (*a)[64]) {
  // loomp: parallel -- a row each
  for (int r = 0; r < n; ++r)
    // loomp: not-parallel -- ends[r] may be 2^31 + 5, and p wraps around below it
    for (int p = 0; p < ends[r]; p += step)
      a[r][p & 63] = p;
}
void asked(int n, long step, double *a) {
  if (step > 0 && step < 1000 && n < 1000000)
    // loomp: parallel -- the program asks already
    for (int i = 0; i < n; i += step)
      a[i] = i;
}
void otherwise(int n, long step, double *a) {
  if (step <= 0)
    // loomp: not-parallel -- nobody would ever run the parallel version
    for (int i = 0; i < n; i += step)
      a[i] = i;
}
void given(int n, long step, double *a) {
// loomp: already-parallel -- a directive asks for a canonical loop
#pragma omp parallel for
  for (int i = 0; i < n; i += step)
    a[i] = i;
}
void givenWrong(int n, long step, double *a) {
// loomp: not-parallel -- i=0 writes a[0], all others read it
#pragma omp parallel for
  for (int i = 0; i < n; i += step)
    a[i] = a[0] + 1;
}
void notPositive(unsigned n, int step, int *b, double *a) {
  // loomp: parallel assuming(fixed-step) -- it asks: step -1: r=0 writes b[1], r=1 reads it
  for (int r = 0; r < 10; ++r) {
    if (step <= 0)
      b[r + 1] = b[r];
    // loomp: parallel assuming(fixed-step)
    for (unsigned i = 0; i < n; i += step)
      a[(unsigned long)i * 10 + r] = r;
  }
}
void behind(unsigned n, int step, int *b, double *a) {
  // loomp: parallel assuming(fixed-step)
  for (unsigned i = 0; i < n; i += step)
    a[i] = i;
  // loomp: serial carried-flow-dependence -- nobody asked: step -1: r=0 writes b[1], r=1 reads it
  for (int r = 0; r < 10; ++r)
    if (step <= 0)
      b[r + 1] = b[r];
}
void previous(int n, long step, double *a) {
  // loomp: not-parallel -- i=0 writes a[5], the next one reads it
  for (int i = 0; i < n; i += step)
    a[5] = a[5] * 0.5 + i;
}
void changes(int n, long step, double *a) {
  // loomp: not-parallel -- the step is another one each time
  for (int i = 0; i < n; i += step) {
    a[i] = i;
    ++step;
  }
}
void indexChanges(int n, long step, double *a) {
  // loomp: not-parallel -- the body moves the index, too
  for (int i = 0; i < n; i += step) {
    a[i] = i;
    if (a[i + 1] > 0)
      ++i;
  }
}
void inMemory(int n, long *step, long *a) {
  // loomp: not-parallel -- the step may be one of the elements
  for (int i = 0; i < n; i += *step)
    a[i] = i;
}
void byteIndex(unsigned char n, long step, double *a) {
  // loomp: not-parallel -- n = 255, step 2: the index goes on with 0
  for (unsigned char i = 0; i < n; i += step)
    a[i] = i;
}
void everyRow(int rows, int n, const long *steps, double (*a)[64]) {
  // loomp: parallel -- whatever the columns are
  for (int r = 0; r < rows; ++r) {
    long step = steps[r];
    // loomp: not-parallel -- FIXME: each row has a step of its own, of which it could ask
    for (int i = 0; i < n; i += step)
      a[r][i] = i;
  }
}
void otherMeaning(int n, long step, double *a) {
  // loomp: parallel assuming(fixed-step) -- here `step` is the parameter: it must be 2
  for (int r = 0; r < n; r += step) {
    long less = step - 1, step = less;
    // loomp: not-parallel -- FIXME: here the parameter has no name
    for (int i = 0; i < 8; i += step)
      a[r] += i;
  }
}
void testsLast(int n, long step, double *a) {
  int i = 0;
  // loomp: not-parallel -- the first step is made before anything is tested
  do {
    a[i] = i;
    i += step;
  } while (i < n);
}
void stepsFirst(int n, long step, double *a) {
  int i = 0;
  // loomp: not-parallel -- the same
  while ((i += step) < n)
    a[i] = i;
}
void again(int n, long step, double *a) {
again:
  // loomp: not-parallel -- the step is another one the next time
  for (int i = 0; i < n; i += step)
    a[i] = i;
  if (--step > 2)
    goto again;
}
