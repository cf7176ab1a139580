//===- signal-processing.cpp - filters, transforms and audio effects ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Filters with and without feedback, oscillators, delay lines, transforms, resampling and windows.
// Whatever looks only at the input is parallel; whatever listens to its own output is not, unless
// the state has a formula.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <cstdint>
#include <functional>
#include <numbers>
#include <vector>

namespace {

constexpr int Delay = 100, Taps = 16, Hop = 64, Frame = 256;
constexpr double Turn = 2.0 * std::numbers::pi;

using Signal = std::vector<double>;

struct Biquad {
  double b0, b1, b2, a1, a2;
};

} // namespace

// Filters without feedback: into another buffer, and in place in either direction.
void convolve(const double *in, double *out, int n, const std::array<double, Taps> &taps) {
  // truth: parallel -- if out does not overlap with in and taps
  for (int i = 0; i < n; i++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = 0; k < Taps; k++)
      sum += taps[k] * in[i + k];
    out[i] = sum;
  }
}

void smoothForward(Signal &x) {
  // truth: serial carried-flow-dependence -- i=2 reads x[1], which i=1 wrote
  for (std::size_t i = 1; i < x.size(); i++)
    x[i] = 0.5 * (x[i] + x[i - 1]);
}

void smoothBackward(Signal &x) {
  // truth: serial carried-anti-dependence -- i=2 reads x[1], which i=1 overwrites later
  for (std::size_t i = x.size() - 1; i > 0; i--)
    x[i] = 0.5 * (x[i] + x[i - 1]);
}

// Echoes: of the input, and of the output.
void echo(const Signal &in, Signal &out) {
  const int n = static_cast<int>(in.size());
  // truth: parallel -- if in and out are different vectors
  for (int i = Delay; i < n; i++)
    out[i] = in[i] + 0.5 * in[i - Delay];
}

void reverb(const Signal &in, Signal &out) {
  const int n = static_cast<int>(in.size());
  // truth: serial carried-flow-dependence -- i=200 reads out[100], which i=100 wrote
  for (int i = Delay; i < n; i++)
    out[i] = in[i] + 0.5 * out[i - Delay];
}

void delayLine(const float *in, float *out, int n) {
  std::array<float, 64> line{};
  int place = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- line
  for (int i = 0; i < n; i++) {
    line[place] = in[i];
    place = (place + 1) % 64;
    out[i] = line[place];
  }
}

// A second-order section: the samples of a channel are serial, the channels are not.
void filterChannels(std::vector<Signal> &channels, const Biquad &f) {
  const int count = static_cast<int>(channels.size());
  // truth: parallel -- each channel has a buffer and a state of its own
  for (int c = 0; c < count; c++) {
    double z1 = 0.0, z2 = 0.0;
    // truth: serial carried-flow-dependence -- sample 1 reads the z1 that sample 0 left
    for (double &sample : channels[c]) {
      const double in = sample;
      sample = f.b0 * in + z1;
      z1 = f.b1 * in - f.a1 * sample + z2;
      z2 = f.b2 * in - f.a2 * sample;
    }
  }
}

void filterLeaking(std::vector<Signal> &channels, const Biquad &f) {
  const int count = static_cast<int>(channels.size());
  double z1 = 0.0;
  // truth: serial carried-flow-dependence -- channel 1 starts with the z1 that channel 0 left
  for (int c = 0; c < count; c++)
    // truth: serial carried-flow-dependence -- sample 1 reads the z1 that sample 0 left
    for (double &sample : channels[c]) {
      sample = f.b0 * sample + z1;
      z1 = f.b1 * sample - f.a1 * z1;
    }
}

// Moving averages: each window added up, and a window that slides.
void averageWindows(const Signal &in, Signal &out) {
  const int n = static_cast<int>(in.size());
  // truth: parallel -- if in and out are different vectors
  for (int i = 7; i < n; i++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = i - 7; k <= i; k++)
      sum += in[k];
    out[i] = sum / 8.0;
  }
}

void averageSliding(const Signal &in, Signal &out) {
  const int n = static_cast<int>(in.size());
  double sum = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i=9 changes the sum that i=8 stored
  for (int i = 8; i < n; i++) {
    sum += in[i] - in[i - 8];
    out[i] = sum / 8.0;
  }
}

// Oscillators: a phase that grows, one that is folded back, and one that wraps by itself.
void oscillate(double *out, int n, double frequency) {
  double phase = 0.0;
  // truth: parallel -- phase is i * frequency
  for (int i = 0; i < n; i++) {
    out[i] = std::sin(phase);
    phase += frequency;
  }
}

void oscillateFolded(double *out, int n, double frequency) {
  double phase = 0.0;
  // truth: serial floating-point-decision|carried-flow-dependence -- whether i=1 folds depends on the phase of i=0
  for (int i = 0; i < n; i++) {
    out[i] = phase < 0.5 * Turn ? 1.0 : -1.0;
    phase += frequency;
    if (phase >= Turn)
      phase -= Turn;
  }
}

void oscillateFromTable(std::int16_t *out, int n, std::uint32_t step) {
  static const std::int16_t wave[8] = {0, 707, 1000, 707, 0, -707, -1000, -707};
  std::uint32_t phase = 0x40000000u;
  // truth: parallel -- phase is 2^30 + i * step modulo 2^32
  for (int i = 0; i < n; i++) {
    out[i] = wave[phase >> 29];
    phase += step;
  }
}

// A fade by a constant factor, and a follower whose factor depends on the level.
void fade(Signal &x, double factor) {
  double gain = 1.0;
  // truth: parallel -- gain is factor to the power i
  for (std::size_t i = 0; i < x.size(); i++) {
    x[i] *= gain;
    gain *= factor;
  }
}

void follow(Signal &x) {
  double level = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- sample 1 needs the level of sample 0
  for (double &sample : x) {
    const double peak = std::abs(sample);
    level += (peak > level ? 0.1 : 0.001) * (peak - level);
    sample = level;
  }
}

// Fourier transforms.
std::vector<std::complex<double>> slowTransform(const Signal &x) {
  const int n = static_cast<int>(x.size());
  std::vector<std::complex<double>> spectrum(n);
  // truth: parallel
  for (int k = 0; k < n; k++) {
    double re = 0.0, im = 0.0;
    // truth: parallel -- reduction(+ : re, im)
    for (int i = 0; i < n; i++) {
      const double angle = Turn * ((static_cast<long>(k) * i) % n) / n;
      re += x[i] * std::cos(angle);
      im -= x[i] * std::sin(angle);
    }
    spectrum[k] = {re, im};
  }
  return spectrum;
}

static unsigned reversed(unsigned i, int bits) {
  unsigned r = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- bit 1 shifts what bit 0 put into r
  for (int b = 0; b < bits; b++) {
    r = (r << 1) | (i & 1);
    i >>= 1;
  }
  return r;
}

void bitReverse(const std::complex<double> *in, std::complex<double> *out, int bits) {
  // truth: parallel -- reads below 2^bits, as bits of i are reversed; writes out[i]; if they do not overlap
  for (unsigned i = 0; i < (1u << bits); i++)
    out[i] = in[reversed(i, bits) & ((1u << bits) - 1)];
}

void bitReverseInPlace(std::vector<std::complex<double>> &x) {
  const unsigned n = static_cast<unsigned>(x.size());
  unsigned j = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- j, x
  for (unsigned i = 0; i + 1 < n; i++) {
    if (i < j)
      std::swap(x[i], x[j]);
    unsigned bit = n >> 1;
    // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form|early-exit -- each carry needs the last
    while (j & bit) {
      j ^= bit;
      bit >>= 1;
    }
    j |= bit;
  }
}

void butterflies(std::vector<std::complex<double>> &x,
                 const std::vector<std::complex<double>> &roots) {
  const int n = static_cast<int>(x.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence|non-canonical-loop -- 4 combines what 2 wrote
  for (int length = 2; length <= n; length *= 2) {
    const int half = length / 2, stride = n / length;
    // truth: parallel -- elements start ... start + length - 1; if x and roots are different vectors
    for (int start = 0; start < n; start += length)
      // truth: parallel -- elements start + k and start + half + k; if x and roots are different
      for (int k = 0; k < half; k++) {
        const auto even = x[start + k], odd = x[start + k + half] * roots[k * stride];
        x[start + k] = even + odd;
        x[start + k + half] = even - odd;
      }
  }
}

// Overlap-add: frames that reach into each other, and frames that do not.
void overlapAdd(const std::vector<std::array<double, Frame>> &frames, Signal &out) {
  // truth: parallel -- atomic updates: frames 0 and 1 both add to out[64]
  for (std::size_t f = 0; f < frames.size(); f++)
    // truth: parallel
    for (int i = 0; i < Frame; i++)
      out[f * Hop + i] += frames[f][i];
}

void overlapMix(const std::vector<std::array<double, Frame>> &frames, Signal &out) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- frame 1 halves what frame 0 left in out[64]
  for (std::size_t f = 0; f < frames.size(); f++)
    // truth: parallel
    for (int i = 0; i < Frame; i++)
      out[f * Hop + i] = 0.5 * (out[f * Hop + i] + frames[f][i]);
}

void splitFrames(const Signal &in, std::vector<std::array<double, Frame>> &frames) {
  // truth: parallel
  for (std::size_t f = 0; f < frames.size(); f++)
    // truth: parallel
    for (int i = 0; i < Frame; i++)
      frames[f][i] = in[f * Hop + i];
}

// Rates: four times as many samples, and stereo taken apart.
void insertZeros(const float *in, float *out, int n) {
  // truth: parallel -- elements 4 * i ... 4 * i + 3; if in and out do not overlap
  for (int i = 0; i < n; i++) {
    out[4 * i] = in[i];
    // truth: parallel
    for (int k = 1; k < 4; k++)
      out[4 * i + k] = 0.0f;
  }
}

void insertZerosTooFar(const float *in, float *out, int n) {
  // truth: serial carried-output-dependence -- i=0 and i=1 both write out[4]
  for (int i = 0; i < n; i++) {
    out[4 * i] = in[i];
    // truth: parallel
    for (int k = 1; k <= 4; k++)
      out[4 * i + k] = 0.0f;
  }
}

void splitStereo(const std::int16_t *in, std::int16_t *left, std::int16_t *right, int n) {
  // truth: parallel -- if left and right overlap neither with in nor with each other
  for (int i = 0; i < n; i++) {
    left[i] = in[2 * i];
    right[i] = in[2 * i + 1];
  }
}

// One step of a wavelet by lifting, and the same over all samples.
void predict(Signal &x) {
  const int n = static_cast<int>(x.size());
  // truth: parallel -- odd elements are written, even ones are read
  for (int i = 1; i < n - 1; i += 2)
    x[i] -= 0.5 * (x[i - 1] + x[i + 1]);
}

void predictAll(Signal &x) {
  const int n = static_cast<int>(x.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i=2 reads x[1], which i=1 wrote
  for (int i = 1; i < n - 1; i++)
    x[i] -= 0.5 * (x[i - 1] + x[i + 1]);
}

// Medians of five: with a window in the loop, and with one that all calls share.
void medians(const Signal &in, Signal &out) {
  // truth: parallel -- if in and out are different vectors
  for (std::size_t i = 2; i + 2 < in.size(); i++) {
    std::array<double, 5> window = {in[i - 2], in[i - 1], in[i], in[i + 1], in[i + 2]};
    std::sort(window.begin(), window.end());
    out[i] = window[2];
  }
}

static double medianOf(const double *values) {
  static double window[5];
  std::copy(values, values + 5, window);
  std::sort(window, window + 5);
  return window[2];
}

void mediansShared(const Signal &in, Signal &out) {
  // truth: serial hidden-state|role-not-lexical|carried-output-dependence|carried-anti-dependence -- i=2 and i=3 sort in one static window
  for (std::size_t i = 2; i + 2 < in.size(); i++)
    out[i] = medianOf(&in[i - 2]);
}

// An adaptive filter: the weights of one sample are those that the sample before has improved.
double adapt(const Signal &in, const Signal &wanted, std::array<double, Taps> &weights) {
  double error = 0.0;
  // truth: serial carried-flow-dependence|carried-output-dependence -- i=17 reads weights of i=16
  for (std::size_t i = Taps; i < in.size(); i++) {
    double out = 0.0;
    // truth: parallel -- reduction(+ : out)
    for (int k = 0; k < Taps; k++)
      out += weights[k] * in[i - k];
    error = wanted[i] - out;
    // truth: parallel -- in is a vector, weights is none
    for (int k = 0; k < Taps; k++)
      weights[k] += 0.01 * error * in[i - k];
  }
  return error;
}

std::array<double, 40> autocorrelation(const Signal &x) {
  std::array<double, 40> result;
  // truth: parallel
  for (std::size_t lag = 0; lag < 40; lag++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (std::size_t i = lag; i < x.size(); i++)
      sum += x[i] * x[i - lag];
    result[lag] = sum;
  }
  return result;
}

// Samples to 8 bits: clipped samples are counted, rounding errors are handed on, effects called.
int quantize(const Signal &x, std::int8_t *out) {
  int clipped = 0;
  // truth: parallel -- reduction(+ : clipped); if the bytes of out do not overlap with x
  for (std::size_t i = 0; i < x.size(); i++) {
    double value = std::floor(128.0 * x[i] + 0.5);
    if (value < -128.0 || value > 127.0) {
      clipped++;
      value = value < 0.0 ? -128.0 : 127.0;
    }
    out[i] = static_cast<std::int8_t>(value);
  }
  return clipped;
}

void shapeNoise(const Signal &x, std::int8_t *out) {
  double error = 0.0;
  // truth: serial carried-flow-dependence -- i=1 adds the error that i=0 made
  for (std::size_t i = 0; i < x.size(); i++) {
    const double value = 100.0 * x[i] + error;
    out[i] = static_cast<std::int8_t>(std::floor(value));
    error = value - out[i];
  }
}

void runEffect(const std::function<double(double)> &effect, Signal &x) {
  // truth: serial unknown-call|may-throw -- the effect of sample 0 may change what the effect of sample 1 does
  for (double &sample : x)
    sample = effect(sample);
}

int main() {
  auto x = corpus::numbers<double>(6000, 1), y = corpus::numbers<double>(6000, 2);
  auto fx = corpus::numbers<float>(3000, 3), fy = corpus::numbers<float>(16000, 4);
  std::array<double, Taps> taps;
  corpus::fill(taps, 5);
  convolve(x.data(), y.data(), 5980, taps);
  corpus::print("convolve", corpus::sum(y));
  convolve(y.data(), y.data() + 3, 5000, taps);
  corpus::print("convolve overlapping", std::log(2.0 + std::abs(corpus::sum(y))));
  smoothForward(x);
  smoothBackward(x);
  corpus::print("smooth", corpus::sum(x));
  echo(x, y);
  echo(x, x);
  corpus::print("echo", corpus::sum(y), corpus::sum(x));
  reverb(x, y);
  delayLine(fx.data(), fy.data(), 3000);
  corpus::print("reverb", corpus::sum(y), corpus::sum(fy));

  std::vector<Signal> channels(12, corpus::numbers<double>(800, 6));
  channels[5] = x;
  filterChannels(channels, {0.2, 0.3, 0.2, -0.5, 0.2});
  corpus::print("filterChannels", corpus::sum(channels));
  filterLeaking(channels, {0.5, 0.3, 0.0, 0.5, 0.0});
  corpus::print("filterLeaking", corpus::sum(channels));
  averageWindows(x, y);
  corpus::print("averageWindows", corpus::sum(y));
  averageSliding(x, y);
  corpus::print("averageSliding", corpus::sum(y));

  Signal wave(4000);
  std::vector<std::int16_t> steps(4000);
  oscillate(wave.data(), 4000, 0.1);
  oscillateFromTable(steps.data(), 4000, 0x05555555u);
  corpus::print("oscillate", corpus::sum(wave), corpus::sum(steps));
  oscillateFolded(wave.data(), 4000, 0.1);
  corpus::print("oscillateFolded", corpus::sum(wave));
  fade(wave, 0.9995);
  corpus::print("fade", corpus::sum(wave));
  follow(wave);
  corpus::print("follow", corpus::sum(wave));

  Signal slice(x.begin(), x.begin() + 96);
  auto spectrum = slowTransform(slice);
  corpus::print("slowTransform", std::abs(spectrum[3]), std::abs(spectrum[40]));
  std::vector<std::complex<double>> roots(512), input(1024), shuffled(1024);
  auto indices = corpus::iota<double>(1024);
  std::transform(indices.begin(), indices.begin() + 512, roots.begin(),
                 [](double k) { return std::polar(1.0, -Turn * k / 1024.0); });
  std::transform(x.begin(), x.begin() + 1024, input.begin(),
                 [](double value) { return std::complex<double>(value, 0.5 * value); });
  bitReverse(input.data(), shuffled.data(), 10);
  bitReverseInPlace(input);
  corpus::print("bitReverse", shuffled[3].real(), shuffled[777].imag(), input[777].imag());
  butterflies(shuffled, roots);
  corpus::print("butterflies", std::abs(shuffled[3]), std::abs(shuffled[700]));

  std::vector<std::array<double, Frame>> frames(60);
  splitFrames(x, frames);
  overlapAdd(frames, y);
  corpus::print("overlapAdd", corpus::sum(frames), corpus::sum(y));
  overlapMix(frames, y);
  corpus::print("overlapMix", corpus::sum(y));
  insertZeros(fx.data(), fy.data(), 3000);
  corpus::print("insertZeros", corpus::sum(fy));
  insertZerosTooFar(fx.data(), fy.data(), 3000);
  corpus::print("insertZerosTooFar", corpus::sum(fy));
  std::vector<std::int16_t> left(2000), right(2000);
  splitStereo(steps.data(), left.data(), right.data(), 2000);
  splitStereo(steps.data(), steps.data() + 1, right.data(), 1000);
  corpus::print("splitStereo", corpus::sum(left), corpus::sum(right), corpus::sum(steps));
  predict(x);
  predictAll(y);
  corpus::print("predict", corpus::sum(x), corpus::sum(y));
  medians(x, y);
  corpus::print("medians", corpus::sum(y));
  mediansShared(y, x);
  corpus::print("mediansShared", corpus::sum(x));

  std::array<double, Taps> weights{};
  double error = adapt(x, y, weights);
  corpus::print("adapt", error, corpus::sum(weights));
  corpus::print("autocorrelation", corpus::sum(autocorrelation(x)));
  std::vector<std::int8_t> bytes(6000);
  auto loud = corpus::numbers<double>(6000, 7);
  int clipped = quantize(loud, bytes.data());
  corpus::print("quantize", clipped, corpus::sum(bytes));
  shapeNoise(loud, bytes.data());
  corpus::print("shapeNoise", corpus::sum(bytes));
  double last = 0.0;
  runEffect([&last](double sample) { return last = 0.5 * (last + sample); }, loud);
  corpus::print("runEffect", corpus::sum(loud));
}
