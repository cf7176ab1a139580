// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// The first iteration of a do loop runs untested, whatever the step: the bound is that or the next.
void strides(int n, double *a) {
  int i = 0;
  // loomp: parallel
  do {
    a[i] = 2 * i;
    i += 2;
  } while (i < n);
}
long counted(int n, double *a) {
  long z = 0, l = 0;
  // loomp: parallel induction(z)
  do {
    l += 2;
    ++z;
    a[l] = z;
  } while (l < n);
  return z;
}
int leftBehind(int n, double *a) {
  int i = 1;
  // loomp: parallel
  do {
    a[i] = 2 * i;
    i += 3;
  } while (i <= n);
  return i;
}
void down(long n, double *a) {
  long i = 40;
  // loomp: parallel
  do {
    a[i] = 2;
    i -= 3;
  } while (i > n);
}
void carried(int n, double *a) {
  int i = 2;
  // loomp: not-parallel carried-flow-dependence -- i=2 writes a[2], i=4 reads it
  do {
    a[i] = a[i - 2] + 1;
    i += 2;
  } while (i < n);
}
void beside(int n, double *a) {
  int i = 1;
  // loomp: parallel -- odd elements are written, even ones are read
  do {
    a[i] = a[i - 1] + 1;
    i += 2;
  } while (i < n);
}
void anyStep(int n, int k, double *a) {
  int i = 0;
  // loomp: not-parallel unsupported-loop-form -- a step that may be zero or negative
  do {
    a[i] = 1;
    i += k;
  } while (i < n);
}
void notEqual(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- the test may miss its bound
  do {
    a[i] = 1;
    i += 2;
  } while (i != n);
}
void wraps(unsigned n, unsigned k, double *a) {
  unsigned i = k;
  // loomp: not-parallel unsupported-loop-form -- after k = UINT_MAX - 1 the loop goes on with 0
  do {
    a[i % 64] = 1;
    i += 2;
  } while (i < n);
}
void wrapsByOne(unsigned n, unsigned k, double *a) {
  unsigned i = k;
  // loomp: not-parallel unsupported-loop-form -- after k = UINT_MAX the loop goes on with 0
  do {
    a[i] = 1;
    ++i;
  } while (i < n);
}

// Text of a macro cannot be replaced, and need not be where the index keeps its name and value.
#define SET(x) a[(x)] = x % 7
void inMacro(int n, double *a) {
  long w = 0;
  // loomp: parallel
  while (w < n) {
    SET(w);
    ++w;
  }
}
void behindUpdate(int n, double *a) {
  long w = 0;
  // loomp: not-parallel non-canonical-loop -- what the macro reads is w + 1
  while (w < n) {
    ++w;
    SET(w);
  }
}
