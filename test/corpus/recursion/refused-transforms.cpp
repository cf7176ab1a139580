//===- refused-transforms.cpp - serial transforms -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --expect-unchanged
//
// Near twins of the functions in transforms.cpp whose calls may not run at the same time: they
// share a scratch array, outputs that interleave, a factor that goes on from call to call, or a
// table that they fill. Only recursive functions have a truth.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cmath>
#include <cstddef>
#include <map>
#include <vector>

// truth: serial dependent-calls -- both calls take their input apart in the same scratch
void sharedScratch(double *x, double *scratch, int n) {
  if (n <= 1)
    return;
  int h = n / 2;
  for (int i = 0; i < h; ++i) {
    scratch[i] = x[2 * i];
    scratch[h + i] = x[2 * i + 1];
  }
  for (int i = 0; i < n; ++i)
    x[i] = scratch[i];
  sharedScratch(x, scratch, h);
  sharedScratch(x + h, scratch, h);
  for (int k = 0; k < h; ++k) {
    double even = x[k], odd = x[k + h];
    x[k] = even + odd;
    x[k + h] = even - odd;
  }
}

// truth: serial dependent-calls -- the outputs of the two calls are one element apart
void interleaved(const double *in, double *out, int n, int stride) {
  if (n == 1) {
    out[0] = in[0];
    return;
  }
  int h = n / 2;
  interleaved(in, out, h, 2 * stride);
  interleaved(in + stride, out + 1, h, 2 * stride);
  for (int k = 0; k < h; ++k)
    out[k] = 0.5 * out[k] + 0.25 * out[k + h];
}

// truth: serial dependent-calls -- the stride stays: the second call reads on in the same elements
void sameStride(double *x, int n, int stride) {
  if (n <= 1)
    return;
  int h = n / 2;
  sameStride(x, h, stride);
  sameStride(x + stride, h, stride);
  for (int k = 0; k < h; ++k)
    x[k * stride] = 0.5 * x[k * stride] + 0.25 * x[(k + h) * stride];
}

// truth: serial dependent-calls -- the stride may become 0, and then both write x[0]
void towardsZero(double *x, int n, int stride) {
  if (n <= 1) {
    for (int i = 0; i < n; ++i)
      x[i * stride] = 0.5 * x[i * stride] + n;
    return;
  }
  int h = n / 2;
  towardsZero(x, h, stride / 2);
  towardsZero(x + stride / 2, h, stride / 2);
}

static double factor = 1.0;

// truth: serial dependent-calls -- each call goes on with the factor that the one before left
void runningFactor(double *x, int n) {
  if (n <= 1) {
    factor *= 0.999;
    for (int i = 0; i < n; ++i)
      x[i] *= factor;
    return;
  }
  int h = n / 2;
  runningFactor(x, h);
  runningFactor(x + h, h);
}

static std::map<int, double> cosines;

// truth: serial dependent-calls|hidden-state|unknown-call -- all calls fill one table
void memoized(double *x, int n) {
  if (n <= 1)
    return;
  int h = n / 2;
  memoized(x, h);
  memoized(x + h, h);
  for (int k = 0; k < h; ++k) {
    if (cosines.find(k * 1024 / n) == cosines.end())
      cosines[k * 1024 / n] = std::cos(6.283185307179586 * k / n);
    x[k] += cosines[k * 1024 / n] * x[k + h];
  }
}

// truth: serial dependent-calls -- odd sizes: the calls have the element in the middle in common
void withMiddle(double *x, int n) {
  if (n <= 2) {
    for (int i = 0; i < n; ++i)
      x[i] = 0.5 * x[i] + n;
    return;
  }
  int h = n - n / 2;
  withMiddle(x, h);
  withMiddle(x + n / 2, h);
  x[0] += x[n - 1];
}

int main() {
  auto x = corpus::numbers<double>(513, 5), y = corpus::numbers<double>(1024, 6);
  sharedScratch(x.data(), y.data(), 512);
  corpus::print("sharedScratch", corpus::sum(x), corpus::sum(y));
  interleaved(x.data(), y.data(), 256, 1);
  corpus::print("interleaved", corpus::sum(y));
  sameStride(x.data(), 128, 3);
  corpus::print("sameStride", corpus::sum(x));
  towardsZero(x.data(), 64, 16);
  corpus::print("towardsZero", corpus::sum(x));
  runningFactor(x.data(), 512);
  corpus::print("runningFactor", corpus::sum(x), factor);
  memoized(x.data(), 512);
  corpus::print("memoized", corpus::sum(x), cosines.size());
  withMiddle(x.data(), 513);
  corpus::print("withMiddle", corpus::sum(x));
}
