// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A handler runs only if something in the block may throw.
#include <vector>
long nothing_throws(float *__restrict a, const long *__restrict b, long n) {
  long t = 0;
  // loomp: parallel lastprivate(t) -- no iteration writes a[40]
  for (long i = 0; i < n; ++i) {
    try {
      long twice = 2 * b[i];
      if (twice > 10)
        twice = 10;
      t = i + twice;
    } catch (...) {
      a[40] = float(i);
    }
  }
  return t;
}
long may_throw(long);
void call_throws(float *__restrict a, const long *__restrict b, long n) {
  // loomp: not-parallel -- the calls of iterations 0 and 1 may both throw, and then both write a[40]
  for (long i = 0; i < n; ++i) {
    try {
      may_throw(b[i]);
    } catch (...) {
      a[40] = float(i);
    }
  }
}
void throws_itself(float *__restrict a, const long *__restrict b, long n) {
  // loomp: not-parallel -- where b[0] and b[1] are negative, iterations 0 and 1 write a[40]
  for (long i = 0; i < n; ++i) {
    try {
      if (b[i] < 0)
        throw i;
    } catch (long) {
      a[40] = float(i);
    }
  }
}
struct Number {
  long value;
  operator long() const;
};
void conversion_throws(float *__restrict a, const Number *__restrict b, long *__restrict c,
                       long n) {
  // loomp: not-parallel -- the conversions of iterations 0 and 1 may throw
  for (long i = 0; i < n; ++i) {
    try {
      c[i] = b[i];
    } catch (...) {
      a[40] = float(i);
    }
  }
}
struct Checked {
  long value = 0;
  ~Checked() noexcept(false);
};
void destructor_throws(float *__restrict a, long n) {
  // loomp: not-parallel -- the destructors of iterations 0 and 1 may throw
  for (long i = 0; i < n; ++i) {
    try {
      Checked checked;
    } catch (...) {
      a[40] = float(i);
    }
  }
}
void element_throws(float *__restrict a, std::vector<long> &v, long n) {
  // loomp: not-parallel -- beyond the end of v, at() throws in iterations 20 and 21
  for (long i = 0; i < n; ++i) {
    try {
      v.at(i) = i;
    } catch (...) {
      a[40] = float(i);
    }
  }
}
