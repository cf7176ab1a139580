//===- transforms.cpp - Fourier transforms and their kin ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Transforms that take the even and the odd elements apart: into vectors of their own, or with a
// stride that doubles from call to call, where the input is only read and the output is divided
// into halves. main also calls with an input that is its own output, which must run serially. Only
// recursive functions have a truth; it says, after "if", what a caller has to keep to. Near twins
// that must stay as they are: refused-transforms.cpp.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <vector>

using Complex = std::complex<double>;

// truth: tasks -- even and odd are two locals
static void byVectors(std::vector<Complex> &x) {
  const std::size_t n = x.size();
  if (n <= 1)
    return;
  std::vector<Complex> even(n / 2), odd(n / 2);
  for (std::size_t i = 0; i < n / 2; ++i) {
    even[i] = x[2 * i];
    odd[i] = x[2 * i + 1];
  }
  byVectors(even);
  byVectors(odd);
  for (std::size_t k = 0; k < n / 2; ++k) {
    Complex t = std::polar(1.0, -2.0 * std::numbers::pi * k / n) * odd[k];
    x[k] = even[k] + t;
    x[k + n / 2] = even[k] - t;
  }
}

// truth: tasks -- the halves of the output; if stride >= 1, n >= 0 and the two do not overlap
void byStride(const Complex *in, Complex *out, int n, int stride) {
  if (n == 1) {
    out[0] = in[0];
    return;
  }
  byStride(in, out, n / 2, 2 * stride);
  byStride(in + stride, out + n / 2, n / 2, 2 * stride);
  for (int k = 0; k < n / 2; ++k) {
    Complex t = std::polar(1.0, -2.0 * std::numbers::pi * k / n) * out[k + n / 2];
    Complex even = out[k];
    out[k] = even + t;
    out[k + n / 2] = even - t;
  }
}

// truth: tasks -- the same with two outputs; if no two of the three overlap
void parts(const double *in, double *re, double *im, int n, int stride) {
  if (n < 2) {
    re[0] = in[0];
    im[0] = 0.0;
    return;
  }
  const int h = n / 2;
  parts(in, re, im, h, 2 * stride);
  parts(in + stride, re + h, im + h, h, 2 * stride);
  for (int k = 0; k < h; ++k) {
    double c = std::cos(2.0 * std::numbers::pi * k / n);
    double s = -std::sin(2.0 * std::numbers::pi * k / n);
    double x = c * re[k + h] - s * im[k + h], y = c * im[k + h] + s * re[k + h];
    re[k + h] = re[k] - x;
    im[k + h] = im[k] - y;
    re[k] += x;
    im[k] += y;
  }
}

// truth: tasks -- four vectors
void byParts(double *re, double *im, int n) {
  if (n <= 1)
    return;
  int h = n / 2;
  std::vector<double> evenRe(h), evenIm(h), oddRe(h), oddIm(h);
  for (int i = 0; i < h; ++i) {
    evenRe[i] = re[2 * i];
    evenIm[i] = im[2 * i];
    oddRe[i] = re[2 * i + 1];
    oddIm[i] = im[2 * i + 1];
  }
  byParts(evenRe.data(), evenIm.data(), h);
  byParts(oddRe.data(), oddIm.data(), h);
  for (int k = 0; k < h; ++k) {
    double c = std::cos(2.0 * std::numbers::pi * k / n);
    double s = -std::sin(2.0 * std::numbers::pi * k / n);
    double x = c * oddRe[k] - s * oddIm[k], y = c * oddIm[k] + s * oddRe[k];
    re[k] = evenRe[k] + x;
    im[k] = evenIm[k] + y;
    re[k + h] = evenRe[k] - x;
    im[k + h] = evenIm[k] - y;
  }
}

// truth: tasks -- Walsh and Hadamard: the two halves
static void walsh(float *x, std::size_t n) {
  if (n < 2)
    return;
  std::size_t h = n / 2;
  for (std::size_t i = 0; i < h; ++i) {
    float sum = x[i] + x[i + h], difference = x[i] - x[i + h];
    x[i] = sum;
    x[i + h] = difference;
  }
  walsh(x, h);
  walsh(x + h, h);
}

// truth: tasks -- the stride may be of another type than int; if as above
void unsignedStride(const double *in, double *out, std::size_t n, std::size_t stride) {
  if (n == 1) {
    out[0] = in[0];
    return;
  }
  unsignedStride(in, out, n / 2, 2 * stride);
  unsignedStride(in + stride, out + n / 2, n / 2, 2 * stride);
  for (std::size_t k = 0; k < n / 2; ++k) {
    double even = out[k], odd = out[k + n / 2];
    out[k] = even + odd;
    out[k + n / 2] = even - odd;
  }
}

static void print(const char *name, const std::vector<Complex> &values) {
  std::vector<double> numbers;
  for (const Complex &each : values) {
    numbers.push_back(each.real());
    numbers.push_back(each.imag());
  }
  corpus::print(name, corpus::sum(numbers));
}

int main() {
  const auto numbers = corpus::numbers<double>(256, 5);
  std::vector<Complex> signal(256), spectrum(256);
  for (std::size_t i = 0; i < 256; ++i)
    signal[i] = Complex(numbers[i], 0.5 * numbers[255 - i]);
  byStride(signal.data(), spectrum.data(), 256, 1);
  print("byStride", spectrum);
  std::vector<Complex> overlapping = signal;
  byStride(overlapping.data(), overlapping.data() + 100, 64, 2);
  print("byStride, overlapping", overlapping);
  byVectors(signal);
  print("byVectors", signal);

  std::vector<double> re(256), im(256);
  parts(numbers.data(), re.data(), im.data(), 256, 1);
  corpus::print("parts", corpus::sum(re), corpus::sum(im));
  std::vector<double> one = numbers;
  parts(numbers.data(), one.data(), one.data() + 32, 128, 1);
  corpus::print("parts, overlapping", corpus::sum(one));
  byParts(re.data(), im.data(), 256);
  corpus::print("byParts", corpus::sum(re), im[5]);
  auto floats = corpus::numbers<float>(512, 6);
  walsh(floats.data(), 512);
  corpus::print("walsh", corpus::sum(floats));
  unsignedStride(numbers.data(), re.data(), 256, 1);
  corpus::print("unsignedStride", corpus::sum(re));
}
