// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What `x OP x` yields is known, but for a NaN, which is not equal to itself.

void never(const float *u, double *v, long n) {
  float t = 0;
  for (long i = 0; i < n; ++i) { // loomp: parallel
    if (u[i] > u[i])
      t = u[i + 1];
    v[i] = t;
  }
}

void neverOfIntegers(const int *u, double *v, long n) {
  int t = 0;
  for (long i = 0; i < n; ++i) { // loomp: parallel
    if (u[i] + n != u[i] + n)
      t = u[i + 1];
    v[i] = t;
  }
}

void ofNaN(const float *u, double *v, long n) {
  float t = 0;
  for (long i = 0; i < n; ++i) { // loomp: unknown carried-flow-dependence -- an earlier NaN
    if (u[i] != u[i])
      t = u[i + 1];
    v[i] = t;
  }
}

int roll() noexcept;

void rolled(double *v, long n) {
  int t = 0;
  for (long i = 0; i < n; ++i) { // loomp: unknown unknown-call -- each call may yield another number
    if (roll() < roll())
      t = 1;
    v[i] = t;
  }
}

void elsewhere(const float *u, double *v, long n) {
  float t = 0;
  for (long i = 0; i < n; ++i) { // loomp: unknown carried-flow-dependence -- not the same element
    if (u[i] > u[i + 1])
      t = u[i + 2];
    v[i] = t;
  }
}

void volatileReads(const volatile int &u, double *v, long n) {
  int t = 0;
  for (long i = 0; i < n; ++i) { // loomp: unknown volatile-or-atomic -- both reads may differ
    if (u < u)
      t = 1;
    v[i] = t;
  }
}
