//===- affine-1d.cpp - one array, one loop, and which elements meet -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Single loops over arrays with subscripts that are shifted, strided, reversed, halved, masked,
// squared, narrowed or guarded. Whether two iterations meet hangs on a constant, a bound, or on
// which of two elements is written.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <cstddef>
#include <utility>
#include <vector>

// Vectors.

void daxpy(int n, double alpha, const double *x, double *y) {
  // truth: parallel -- where the ranges of x and y do not overlap, or are the same
  for (int i = 0; i < n; i++)
    y[i] += alpha * x[i];
}

void lowPass(int n, double alpha, const double *x, double *y) {
  // truth: serial carried-flow-dependence -- i reads y[i-1], which i-1 wrote
  for (int i = 1; i < n; i++)
    y[i] = alpha * x[i] + (1.0 - alpha) * y[i - 1];
}

void reverseCopy(const std::vector<int> &in, std::vector<int> &out) {
  const std::size_t n = in.size();
  // truth: parallel -- where &in != &out
  for (std::size_t i = 0; i < n; ++i)
    out[n - 1 - i] = in[i];
}

// Stereo samples: left at even places, right at odd ones.

void leftFromRight(short *frames, int count) {
  // truth: parallel -- writes even elements, reads odd ones
  for (int f = 0; f < count; ++f)
    frames[2 * f] = frames[2 * f + 1];
}

void leftFromBefore(short *frames, int count) {
  // truth: serial carried-flow-dependence -- f reads frames[2*f-2], which f-1 wrote
  for (int f = 1; f < count; ++f)
    frames[2 * f] = frames[2 * f - 2] / 2 + 1;
}

void swapChannels(short *frames, int count) {
  // truth: parallel -- each pair belongs to one iteration
  for (int f = 0; f < count; ++f)
    std::swap(frames[2 * f], frames[2 * f + 1]);
}

void rotateSamples(short *samples, int count) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (int i = 0; i + 1 < count; ++i)
    std::swap(samples[i], samples[i + 1]);
}

// Parts of an array.

void foldHalves(float *a, int n) {
  const int h = n / 2;
  // truth: parallel -- writes a[h] .. a[2*h-1], reads below a[h]
  for (int i = 0; i < h; i++)
    a[i + h] += a[i];
}

void addDelayed(float *a, int n) {
  const int h = n / 64;
  // truth: serial carried-flow-dependence -- i >= h reads a[i], which i-h wrote
  for (int i = 0; i < n - h; i++)
    a[i + h] += 0.5f * a[i];
}

void takeNextWindow(float *a, int lo, int hi) {
  const int length = hi - lo;
  // truth: parallel -- writes a[lo] .. a[hi-1], reads from a[hi] on
  for (int i = lo; i < hi; ++i)
    a[i] = a[i + length];
}

void repeatPeriod(float *a, int lo, int hi) {
  const int period = (hi - lo) / 32;
  // truth: serial carried-flow-dependence -- i reads a[i-period], which i-period wrote
  for (int i = lo; i < hi; ++i)
    a[i] = a[i] * 0.25f - a[i - period] * 0.5f;
}

// Strides.

void numberEvery(int *a, int n, int stride) {
  // truth: parallel -- where stride != 0
  for (int i = 0; i < n; ++i)
    a[i * stride] = i;
}

void scatterSixths(int *a, int n) {
  // truth: parallel -- 6*i + 1 is odd, 4*j is even
  for (int i = 0; i < n; ++i)
    a[6 * i + 1] = a[4 * i] + 1;
}

void scatterSixthsEven(int *a, int n) {
  // truth: serial carried-flow-dependence -- i=2 reads a[8], which i=1 wrote
  for (int i = 0; i < n; ++i)
    a[6 * i + 2] = a[4 * i] + 1;
}

// Two inputs per output.

void sumPairs(const double *b, double *a, int n) {
  // truth: parallel -- atomic update or array reduction, where a does not overlap b
  for (int i = 0; i < n; ++i)
    a[i / 2] += b[i];
}

void keepSecondOfPairs(const double *b, double *a, int n) {
  // truth: serial carried-output-dependence -- 2*k and 2*k+1 write a[k], and the second must win
  for (int i = 0; i < n; ++i)
    a[i / 2] = b[i];
}

// Masks.

constexpr int Slots = 1024;

void fillSlots(const float (&b)[Slots], float (&slot)[Slots]) {
  // truth: parallel -- the mask changes no i; where slot does not overlap b
  for (int i = 0; i < Slots; ++i)
    slot[i & 1023] = b[i] * 2.0f;
}

void wrapSlots(const float (&b)[Slots], float (&slot)[Slots]) {
  // truth: serial carried-output-dependence -- i and i+8 write one slot
  for (int i = 0; i < Slots; ++i)
    slot[i & 7] = b[i] * 2.0f;
}

void swapNeighbours(const int *in, int *out, int n) {
  // truth: parallel -- i ^ 1 is another element for each i; where out does not overlap in
  for (int i = 0; i < n; ++i)
    out[i ^ 1] = in[i];
}

void mergeNeighbours(const int *in, int *out, int n) {
  // truth: serial carried-output-dependence -- 2*k and 2*k+1 write out[2*k+1]
  for (int i = 0; i < n; ++i)
    out[i | 1] = in[i];
}

// Narrow indices.

void palette256(unsigned (&color)[256]) {
  // truth: parallel -- 0 .. 255 fit an unsigned char
  for (int i = 0; i < 256; ++i) {
    const unsigned char k = static_cast<unsigned char>(i);
    color[k] = i * 0x010101u;
  }
}

void paletteMany(unsigned (&color)[256]) {
  // truth: serial carried-output-dependence -- i and i+256 write one color
  for (int i = 0; i < 100000; ++i) {
    const unsigned char k = static_cast<unsigned char>(i);
    color[k] = i * 257u;
  }
}

// Squares.

void markSquares(std::vector<int> &mark, int n) {
  // truth: parallel -- the squares of 0 .. n-1 differ
  for (int i = 0; i < n; ++i)
    mark[i * i] = i;
}

void markResidues(std::vector<int> &mark, int n) {
  // truth: serial carried-output-dependence -- i and i+101 write one element
  for (int i = 0; i < n; ++i)
    mark[i * i % 101] = i;
}

// Fields.

struct Node {
  long previous, next, weight;
};

void linkForward(Node *node, int n) {
  // truth: parallel -- writes only .previous, reads only .next
  for (int i = 0; i + 1 < n; ++i)
    node[i + 1].previous = node[i].next - 1;
}

void weighForward(Node *node, int n) {
  // truth: serial carried-flow-dependence -- i+1 reads node[i+1].previous, which i wrote
  for (int i = 0; i + 1 < n; ++i)
    node[i + 1].previous = node[i].previous + node[i].weight;
}

// Guards.

void evenFromOdd(std::vector<long> &a) {
  // truth: parallel -- writes even elements, reads odd ones
  for (std::size_t i = 1; i < a.size(); ++i)
    if (i % 2 == 0)
      a[i] = a[i - 1] + 1;
}

void evenFromEven(std::vector<long> &a) {
  // truth: serial carried-flow-dependence -- an even i reads a[i-2], which i-2 wrote
  for (std::size_t i = 2; i < a.size(); ++i)
    if (i % 2 == 0)
      a[i] = a[i - 2] + 1;
}

int main() {
  constexpr int N = 6000;
  const auto x = corpus::numbers<double>(N, 1);
  auto y = corpus::numbers<double>(N, 2);
  daxpy(N, 0.75, x.data(), y.data());
  daxpy(N - 1, 0.5, y.data(), y.data() + 1);
  corpus::print("daxpy", corpus::sum(y));
  lowPass(N, 0.2, x.data(), y.data());
  corpus::print("lowPass", corpus::sum(y));

  const auto in = corpus::integers<int>(N, 3, 0, 999);
  std::vector<int> out(N);
  reverseCopy(in, out);
  corpus::print("reverseCopy", corpus::sum(out));

  auto frames = corpus::numbers<short>(2 * N, 4);
  leftFromRight(frames.data(), N / 2);
  corpus::print("leftFromRight", corpus::sum(frames));
  leftFromBefore(frames.data(), N / 2);
  corpus::print("leftFromBefore", corpus::sum(frames));
  swapChannels(frames.data(), N);
  corpus::print("swapChannels", corpus::sum(frames));
  rotateSamples(frames.data(), 2 * N);
  corpus::print("rotateSamples", corpus::sum(frames));

  auto a = corpus::numbers<float>(N, 5);
  foldHalves(a.data(), N - 1);
  corpus::print("foldHalves", corpus::sum(a));
  addDelayed(a.data(), N);
  corpus::print("addDelayed", corpus::sum(a));
  takeNextWindow(a.data(), 100, 3000);
  corpus::print("takeNextWindow", corpus::sum(a));
  repeatPeriod(a.data(), 3000, 6000);
  corpus::print("repeatPeriod", corpus::sum(a));

  std::vector<int> places(6 * N + 3);
  numberEvery(places.data(), N, 5);
  numberEvery(places.data() + N, N, -1);
  numberEvery(places.data() + 10, N, 0);
  corpus::print("numberEvery", corpus::sum(places));
  scatterSixths(places.data(), N);
  corpus::print("scatterSixths", corpus::sum(places));
  scatterSixthsEven(places.data(), N);
  corpus::print("scatterSixthsEven", corpus::sum(places));

  std::vector<double> pairs(N);
  sumPairs(x.data(), pairs.data(), N);
  sumPairs(pairs.data(), pairs.data() + 1, N / 2);
  corpus::print("sumPairs", corpus::sum(pairs));
  keepSecondOfPairs(x.data(), pairs.data(), N);
  corpus::print("keepSecondOfPairs", corpus::sum(pairs));

  float b[Slots], slot[Slots] = {};
  corpus::fill(b, 6);
  fillSlots(b, slot);
  corpus::print("fillSlots", corpus::sum(slot));
  wrapSlots(slot, slot);
  corpus::print("wrapSlots", corpus::sum(slot));

  swapNeighbours(in.data(), out.data(), N);
  corpus::print("swapNeighbours", corpus::sum(out));
  mergeNeighbours(in.data(), out.data(), N);
  corpus::print("mergeNeighbours", corpus::sum(out));

  unsigned color[256];
  palette256(color);
  corpus::print("palette256", corpus::sum(color));
  paletteMany(color);
  corpus::print("paletteMany", corpus::sum(color));

  std::vector<int> mark(1000 * 1000);
  markSquares(mark, 1000);
  corpus::print("markSquares", corpus::sum(mark));
  markResidues(mark, N);
  corpus::print("markResidues", corpus::sum(mark));

  std::vector<Node> node(N, Node{1, 2, 3});
  node[5].next = 77;
  node[N / 2].weight = -5;
  linkForward(node.data(), N);
  corpus::print("linkForward", node[1].previous, node[6].previous, node[N - 1].previous);
  weighForward(node.data(), N);
  corpus::print("weighForward", node[1].previous, node[6].previous, node[N - 1].previous);

  auto steps = corpus::numbers<long>(N, 7);
  evenFromOdd(steps);
  corpus::print("evenFromOdd", corpus::sum(steps));
  evenFromEven(steps);
  corpus::print("evenFromEven", corpus::sum(steps));
}
