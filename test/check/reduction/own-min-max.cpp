// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A function of the program's own that returns the smaller or larger one of two values.

static double smaller(double p, double q) { return p < q ? p : q; }
static inline long larger(long p, long q) { return q <= p ? p : q; }
template <class T> T least(T p, T q) { return (q > p) ? (p) : q; }

double minimum(const double *a, int n) {
  double m = a[0];
  // loomp: parallel reduction(min:m)
  for (int i = 1; i < n; i++)
    m = smaller(m, a[i]);
  return m;
}

long maximum(const long *a, int n) {
  long m = 0;
  // loomp: parallel reduction(max:m)
  for (int i = 0; i < n; i++)
    m = larger(a[i] - 3, m);
  return m;
}

long both(const long *a, int n) {
  long m = 5, l = 0;
  // loomp: parallel reduction(min:m) reduction(max:l)
  for (int i = 0; i < n; i++) {
    m = least(m, a[i]);
    l = larger(l, a[i]);
  }
  return l - m;
}

long widened(const int *a, int n) {
  int m = 0;
  // loomp: parallel reduction(max:m) -- what is an int comes back as it was
  for (int i = 0; i < n; i++)
    m = larger(m, a[i]);
  return m;
}

static int narrow(int p, int q) { return p < q ? p : q; }
long cut(const long *a, int n) {
  long m = 1L << 40;
  // loomp: not-parallel -- m itself is cut to an int in each step
  for (int i = 0; i < n; i++)
    m = narrow(m, 3);
  return m + a[0];
}

static short shortened(long p, long q) { return p < q ? p : q; }
long cutBehind(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- the smaller one comes back as another number
  for (int i = 0; i < n; i++)
    m = shortened(m, a[i]);
  return m;
}

static long next(long p, long q) { return p < q ? p : q + 1; }
static long firstTwice(long p, long q) { return p < 2 * q ? p : q; }
static long always(long p, long q) { return p < q ? p : p; }
static long other(long p, long q, long r) { return p < r ? p : q; }
static long limit = 5;
static long below(long p, long q) { return p < limit ? p : q; }

long plusOne(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- one more than what is compared
  for (int i = 0; i < n; i++)
    m = next(m, a[i]);
  return m;
}

long twice(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- another number is compared than is returned
  for (int i = 0; i < n; i++)
    m = firstTwice(m, a[i]);
  return m;
}

long ofThree(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- a third number is compared
  for (int i = 0; i < n; i++)
    m = other(m, a[i], 7);
  return m;
}

long global(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- a global is compared
  for (int i = 0; i < n; i++)
    m = below(m, a[i]);
  return m;
}

long changed(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- the smaller one and a sum
  for (int i = 0; i < n; i++)
    m = larger(m, a[i]) + 1;
  return m + always(n, 2);
}

long mixed(const long *a, int n) {
  long m = 0;
  // loomp: not-parallel -- a minimum and a maximum do not commute
  for (int i = 0; i < n; i++) {
    m = larger(m, a[i]);
    m = least(m, a[i + 1]);
  }
  return m;
}

long read(const long *__restrict a, long *__restrict b, int n) {
  long m = 0;
  // loomp: not-parallel -- the largest so far is stored
  for (int i = 0; i < n; i++) {
    m = larger(m, a[i]);
    b[i] = m;
  }
  return m;
}

long itself(const long *a, int n) {
  long m = 9;
  // loomp: not-parallel -- what it is compared with depends on it
  for (int i = 0; i < n; i++)
    m = larger(m, a[i] - m);
  return m;
}

__attribute__((weak)) long replaced(long p, long q) { return p < q ? p : q; }
long maybe(const long *a, int n) {
  long m = 9;
  // loomp: not-parallel -- another file may have another function of this name
  for (int i = 0; i < n; i++)
    m = replaced(m, a[i]);
  return m;
}

static const long &chosen(const long &p, const long &q) { return p < q ? p : q; }
long byReference(const long *a, int n) {
  long m = 9;
  // loomp: not-parallel -- FIXME: the names in the function lead to m itself
  for (int i = 0; i < n; i++)
    m = chosen(m, a[i]);
  return m;
}

static double kept(double p, double q) { return !(p >= q) ? p : q; }
double mayBeNaN(const double *a, int n) {
  double m = 9;
  // loomp: not-parallel -- a NaN is kept, and what follows it
  for (int i = 0; i < n; i++)
    m = kept(a[i], m);
  return m;
}
