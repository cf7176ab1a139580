// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
#include <cstddef>
#include <vector>

void keys(const std::vector<unsigned> &in, std::vector<unsigned> &out) {
  unsigned factor = 1;
  // loomp: parallel induction(factor) -- 3^i modulo 2^32
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = in[i] * factor;
    factor *= 3;
  }
}

int written(const int *in, long *out, int n, int f) {
  int x = 5;
  // loomp: parallel induction(x) -- x is read after the loop, too
  for (int i = 0; i < n; i++) {
    out[i] = in[i] + x;
    x = f * x;
  }
  return x;
}

void shifted(const unsigned *in, unsigned *out, int n) {
  unsigned bit = 1;
  // loomp: parallel induction(bit) assuming(no-alias) -- 2^i, which is 0 from 32 on
  for (int i = 0; i < n; i++) {
    out[i] = in[i] & bit;
    bit <<= 1;
  }
}

void fade(std::vector<double> &x, double factor) {
  double gain = 1.0;
  // loomp: parallel induction(gain) -- factor to the power i, rounded otherwise
  for (std::size_t i = 0; i < x.size(); i++) {
    x[i] *= gain;
    gain *= factor;
  }
}

int fadeUntil(const double *x, int n, double factor) {
  double gain = 1.0;
  int loud = 0;
  // loomp: not-parallel floating-point-decision -- the rounding of gain decides
  for (int i = 0; i < n; i++) {
    if (x[i] * gain > 1)
      loud++;
    gain *= factor;
  }
  return loud;
}

void otherFactor(const unsigned *in, unsigned *out, int n) {
  unsigned factor = 1;
  // loomp: not-parallel -- each factor depends on the data before
  for (int i = 0; i < n; i++) {
    out[i] = factor;
    factor *= in[i] | 1;
  }
}

void changingFactor(unsigned *out, int n, unsigned f) {
  unsigned factor = 1;
  // loomp: not-parallel -- f grows
  for (int i = 0; i < n; i++) {
    out[i] = factor;
    factor *= f;
    f += 2;
  }
}

void conditional(const int *in, unsigned *out, int n) {
  unsigned factor = 1;
  // loomp: not-parallel -- how often it was multiplied depends on the data
  for (int i = 0; i < n; i++) {
    out[i] = factor;
    if (in[i] > 0)
      factor *= 3;
  }
}

void skipped(const int *in, unsigned *out, int n) {
  unsigned factor = 1;
  // loomp: not-parallel -- some iterations end early
  for (int i = 0; i < n; i++) {
    out[i] = factor;
    if (in[i] > 0)
      continue;
    factor *= 3;
  }
}

void congruential(unsigned *out, int n) {
  unsigned state = 1;
  // loomp: not-parallel -- a sum is added to each product
  for (int i = 0; i < n; i++) {
    out[i] = state;
    state = state * 1664525u + 1013904223u;
  }
}

void narrow(int *out, int n) {
  unsigned short x = 1;
  // loomp: not-parallel -- products of short numbers are formed in int
  for (int i = 0; i < n; i++) {
    out[i] = x;
    x *= 3;
  }
}

void divided(int *out, int n, int x) {
  // loomp: not-parallel -- a quotient of integers is rounded
  for (int i = 0; i < n; i++) {
    out[i] = x;
    x /= 3;
  }
}

void byFraction(int *out, int n, int x) {
  // loomp: not-parallel -- each product is rounded to an integer
  for (int i = 0; i < n; i++) {
    out[i] = x;
    x *= 1.5;
  }
}

void squared(unsigned *out, int n) {
  unsigned x = 3;
  // loomp: not-parallel -- the factor is the variable itself
  for (int i = 0; i < n; i++) {
    out[i] = x;
    x *= x;
  }
}

void twice(unsigned *out, int n) {
  unsigned x = 3;
  // loomp: not-parallel -- two products in one iteration are not followed
  for (int i = 0; i < n; i++) {
    x *= 3;
    out[i] = x;
    x *= 5;
  }
}

void byReference(unsigned *out, int n, unsigned f) {
  unsigned x = 3;
  unsigned &other = f;
  // loomp: not-parallel -- other is f
  for (int i = 0; i < n; i++) {
    out[i] = x;
    x *= f;
    other += 1;
  }
}

void startsElsewhere(std::vector<double> &x, double factor, double gain) {
  // loomp: not-parallel -- 0 times a power that is infinite is no number
  for (std::size_t i = 0; i < x.size(); i++) {
    x[i] *= gain;
    gain *= factor;
  }
}

void startsSmall(std::vector<double> &x, double factor) {
  double gain = 1e-300;
  // loomp: not-parallel -- the power may be infinite where the product is not
  for (std::size_t i = 0; i < x.size(); i++) {
    x[i] *= gain;
    gain *= factor;
  }
}
