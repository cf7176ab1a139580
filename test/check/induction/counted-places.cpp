// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Where a counter moves it tells the iterations apart, and nowhere else.
#include <vector>
long from(long n, long m, double *__restrict a) {
  long q = 0;
  // loomp: parallel induction(q)
  for (long i = 0; i < n; i++)
    if (i >= m)
      a[q++] = i;
  return q;
}
long upTo(long n, double *__restrict a) {
  long q = 3;
  // loomp: parallel induction(q)
  for (long i = 0; i < n; i += 2)
    if (i < 4) {
      a[q] = i;
      q++;
    }
  return q;
}
unsigned ofVector(int n, int m, std::vector<double> &a) {
  unsigned q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; ++i) {
    if (i < m) {
      a[q + 1] = i;
      q++;
    }
  }
  return q;
}
long readsAhead(long n, long m, double *__restrict a, const double *__restrict b) {
  long q = 0;
  // loomp: parallel induction(q)
  for (long i = 0; i < n; i++)
    if (i > m) {
      a[q] = b[q + 1];
      q += 1;
    }
  return q;
}

long unguarded(long n, double *__restrict a) {
  long q = 0;
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 both write a[0]
  for (long i = 0; i < n; i++) {
    a[q] = i;
    if (i >= 4)
      q++;
  }
  return q;
}
long oneEarlier(long n, double *__restrict a) {
  long q = 0;
  // loomp: not-parallel carried-output-dependence -- i=3 and i=4 both write a[0]
  for (long i = 0; i < n; i++) {
    if (i >= 3)
      a[q] = i;
    if (i >= 4)
      q++;
  }
  return q;
}
long otherCondition(long n, long m, long k, double *__restrict a) {
  long q = 0;
  // loomp: parallel induction(q) assuming(no-dependence) -- if m <= 0; else i=k and i=k+1 may write a[0]
  for (long i = 0; i < n; i++) {
    if (i >= k)
      a[q] = i;
    if (i >= m)
      q++;
  }
  return q;
}
long elseBranch(long n, long m, double *__restrict a) {
  long q = 0;
  // loomp: not-parallel carried-output-dependence -- with m=2, i=0 and i=1 both write a[0]
  for (long i = 0; i < n; i++) {
    if (i >= m)
      q++;
    else
      a[q] = i;
  }
  return q;
}
long neighbours(long n, long m, double *__restrict a) {
  long q = 0;
  // loomp: not-parallel carried-flow-dependence -- with m=0, i=1 reads the a[0] of i=0
  for (long i = 0; i < n; i++)
    if (i >= m) {
      a[q] = q > 0 ? a[q - 1] + 1 : 0;
      q++;
    }
  return q;
}
long changed(long n, long m, double *__restrict a) {
  long q = 0;
  // loomp: not-parallel -- m is another one in each iteration
  for (long i = 0; i < n; i++) {
    if (i >= m)
      a[q++] = i;
    m = 2 * i;
  }
  return q;
}
