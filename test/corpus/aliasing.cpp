//===- aliasing.cpp - one location under two names ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Pointers, references, spans, iterators and objects that may or must name the same memory, some
// told apart by their types, by their origin or by a check at run time. The twins overlap for sure,
// or hold pointers of which two may be equal.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

// References into an array.

void scaleBy(double *out, const double *in, int n, const double &factor) {
  // truth: parallel -- where out does not overlap in (but may equal it) and does not hold factor
  for (int i = 0; i < n; ++i)
    out[i] = in[i] * factor;
}

void carryThrough(double *a, int n) {
  double &carry = a[n - 1];
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- last
  for (int i = 0; i < n - 1; ++i) {
    a[i] += carry;
    carry = 0.5 * a[i];
  }
}

void countAll(long &total, long *v, int n) {
  // truth: parallel -- reduction(+ : total) in a version for &total outside v .. v+n
  for (int i = 0; i < n; ++i) {
    v[i] += 1;
    total += v[i];
  }
}

void addAll(long &total, long *v, int n) {
  // truth: serial carried-flow-dependence|not-a-reduction -- i reads the total that i-1 left
  for (int i = 0; i < n; ++i) {
    v[i] += total;
    total += v[i] & 3;
  }
}

// Pointers made of one another.

void duplicate(int *a, int n) {
  int *copy = a + n;
  // truth: parallel -- reads a[0] .. a[n-1], writes from a[n] on
  for (int i = 0; i < n; ++i)
    copy[i] = a[i] + 1;
}

void propagate(int *a, int n) {
  int *next = a + 1;
  // truth: serial carried-flow-dependence -- i reads a[i], which i-1 wrote as next[i-1]
  for (int i = 0; i < n - 1; ++i)
    next[i] = a[i] + 1;
}

// Promises.

void differencesOf(double *__restrict d, const double *__restrict a, int n) {
  // truth: parallel -- __restrict promises that d and a do not overlap
  for (int i = 0; i < n; ++i)
    d[i] = a[i + 1] - a[i];
}

void decayOf(double *__restrict d, const double *__restrict a, int n) {
  // truth: serial carried-flow-dependence -- i reads d[i-1], which i-1 wrote
  for (int i = 1; i < n; ++i)
    d[i] = a[i] + 0.5 * d[i - 1];
}

// Types.

void gatherFloats(const std::vector<const float *> &from, std::vector<double> &to) {
  // truth: parallel -- a store of double changes no float and no pointer
  for (std::size_t i = 0; i < from.size(); ++i)
    to[i] = *from[i] * 0.5;
}

void gatherDoubles(const std::vector<const double *> &from, std::vector<double> &to) {
  // truth: parallel -- where to[k] is not among them, which the program asks
  for (std::size_t i = 0; i < from.size(); ++i)
    to[i] = *from[i] * 0.5;
}

// Rows.

constexpr int Cols = 64;

void dampRows(double (*rows)[Cols], int count) {
  // truth: parallel
  for (int r = 0; r < count; ++r)
    // truth: parallel
    for (int c = 0; c < Cols; ++c)
      rows[r][c] = 0.5 * rows[r][c] + 0.01 * r;
}

void dampRowPointers(double **rows, int count) {
  // truth: serial carried-flow-dependence|carried-output-dependence|needs-assumption -- equal rows
  for (int r = 0; r < count; ++r)
    // truth: parallel
    for (int c = 0; c < Cols; ++c)
      rows[r][c] = 0.5 * rows[r][c] + 0.01 * r;
}

// Objects, and pointers to them.

struct Sprite {
  long frame = 1;
  const Sprite *leader = nullptr;
  float x = 0.0f, y = 0.0f;
};

void advance(std::vector<Sprite> &sprites) {
  // truth: parallel
  for (Sprite &s : sprites)
    s.frame = s.frame * 3 % 101;
}

void follow(const std::vector<Sprite *> &sprites) {
  // truth: serial carried-flow-dependence|carried-output-dependence|needs-assumption -- s may lead
  for (Sprite *s : sprites)
    s->frame = s->leader->frame * 3 % 101;
}

class Series {
public:
  explicit Series(std::vector<double> terms) : terms_(std::move(terms)) {}

  void addReversed(const Series &other) {
    const std::size_t n = terms_.size();
    // truth: parallel -- where this != &other
    for (std::size_t i = 0; i < n; ++i)
      terms_[i] += other.terms_[n - 1 - i];
  }

  void divideByOneMinusX() {
    const std::size_t n = terms_.size();
    // truth: serial carried-flow-dependence -- i reads terms_[i-1], which i-1 wrote
    for (std::size_t i = 1; i < n; ++i)
      terms_[i] += terms_[i - 1];
  }

  double value() const { return corpus::sum(terms_); }

private:
  std::vector<double> terms_;
};

// Globals.

double gain = 0.75;

void applyGain(double *x, int n) {
  // truth: parallel -- where gain lies outside x .. x+n
  for (int i = 0; i < n; ++i)
    x[i] *= gain;
}

void followGain(double *x, int n) {
  // truth: serial carried-flow-dependence -- i reads the gain that i-1 left
  for (int i = 0; i < n; ++i) {
    x[i] *= gain;
    gain = 0.5 * gain + (x[i] < 0.5 ? 0.25 : 0.375);
  }
}

// Spans.

void averageNeighbours(std::span<const float> in, std::span<float> out) {
  // truth: parallel -- where the spans do not overlap
  for (std::size_t i = 0; i + 1 < in.size(); ++i)
    out[i] = 0.5f * (in[i] + in[i + 1]);
}

void smearNeighbours(std::span<float> all) {
  const std::span<float> tail = all.subspan(1);
  // truth: serial carried-flow-dependence -- i reads all[i], which i-1 wrote as tail[i-1]
  for (std::size_t i = 0; i < tail.size(); ++i)
    tail[i] = 0.5f * (all[i] + tail[i]);
}

// Iterators of one container.

void addUpperHalf(std::vector<int> &v) {
  const auto middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
  auto upper = middle;
  // truth: parallel -- writes below the middle, reads from the middle on
  for (auto it = v.begin(); it != middle; ++it)
    *it += *upper++;
}

void addFormer(std::vector<int> &v) {
  auto former = v.begin();
  // truth: serial carried-flow-dependence -- i reads *former, which i-1 wrote as *it
  for (auto it = v.begin() + 1; it != v.end(); ++it)
    *it += *former++ & 7;
}

// A bound beside the data.

struct Buffer {
  int size;
  int *data;
};

void clear(Buffer *b) {
  // truth: parallel -- where b->size lies outside the data
  for (int i = 0; i < b->size; ++i)
    b->data[i] = 0;
}

void dropZeros(Buffer *b) {
  // truth: serial bound-not-invariant|carried-flow-dependence -- i reads the size that i-1 left
  for (int i = 0; i < b->size; ++i)
    if (b->data[i] == 0)
      b->data[i] = b->data[--b->size];
}

// A buffer that is new.

void smooth(double *a, int n) {
  const auto temporary = std::make_unique<double[]>(static_cast<std::size_t>(n));
  // truth: parallel -- the new buffer overlaps nothing
  for (int i = 1; i < n - 1; ++i)
    temporary[i] = (a[i - 1] + a[i] + a[i + 1]) / 3.0;
  // truth: parallel
  for (int i = 1; i < n - 1; ++i)
    a[i] = temporary[i];
}

int main() {
  constexpr int N = 6400;
  const auto in = corpus::reals<double>(N + 1, 1, 0.5, 1.5);
  std::vector<double> out(N + 1);
  scaleBy(out.data(), in.data(), N, in[7]);
  scaleBy(out.data(), out.data(), N, out[N / 2]);
  corpus::print("scaleBy", corpus::sum(out));
  carryThrough(out.data(), N);
  corpus::print("carryThrough", corpus::sum(out));

  auto counts = corpus::numbers<long>(N, 2);
  long total = 0;
  countAll(total, counts.data(), N);
  corpus::print("countAll", total, corpus::sum(counts));
  countAll(counts[N / 2], counts.data(), N);
  corpus::print("countAll", counts[N / 2], corpus::sum(counts));
  addAll(total, counts.data(), N);
  corpus::print("addAll", total, corpus::sum(counts));

  auto ints = corpus::numbers<int>(N, 3);
  duplicate(ints.data(), N / 2);
  corpus::print("duplicate", corpus::sum(ints));
  propagate(ints.data(), N);
  corpus::print("propagate", corpus::sum(ints));

  differencesOf(out.data(), in.data(), N);
  corpus::print("differencesOf", corpus::sum(out));
  decayOf(out.data(), in.data(), N);
  corpus::print("decayOf", corpus::sum(out));

  auto floats = corpus::numbers<float>(N, 4);
  const auto anywhere = corpus::integers<int>(N, 5, 0, N - 1);
  const auto floatPlaces = corpus::pointers(floats, anywhere);
  gatherFloats({floatPlaces.begin(), floatPlaces.end()}, out);
  corpus::print("gatherFloats", corpus::sum(out));
  const auto doublePlaces = corpus::pointers(out, anywhere);
  gatherDoubles({doublePlaces.begin(), doublePlaces.end()}, out);
  corpus::print("gatherDoubles", corpus::sum(out));

  static double rows[100][Cols];
  corpus::fill(rows, 6);
  dampRows(rows, 100);
  corpus::print("dampRows", corpus::sum(rows));
  auto rowPointers = corpus::pointers(out, corpus::integers<int>(100, 7, 0, N - Cols));
  dampRowPointers(rowPointers.data(), 100);
  corpus::print("dampRowPointers", corpus::sum(out));

  std::vector<Sprite> sprites(N);
  corpus::repeat(N, [&](std::size_t i) {
    sprites[i].frame = static_cast<long>(i % 100);
    sprites[i].leader = &sprites[anywhere[i]];
  });
  long frames = 0;
  const auto addFrame = [&](std::size_t i) { frames += sprites[i].frame * (1 + i % 13); };
  advance(sprites);
  corpus::repeat(N, addFrame);
  corpus::print("advance", frames);
  follow(corpus::pointers(sprites, anywhere));
  corpus::repeat(N, addFrame);
  corpus::print("follow", frames);

  Series s(in), t(out);
  s.addReversed(t);
  t.addReversed(t);
  corpus::print("addReversed", s.value(), t.value());
  t.divideByOneMinusX();
  corpus::print("divideByOneMinusX", t.value());

  applyGain(out.data(), N);
  corpus::print("applyGain", corpus::sum(out));
  followGain(out.data(), N);
  corpus::print("followGain", gain, corpus::sum(out));

  std::vector<float> averages(N);
  averageNeighbours(floats, averages);
  averageNeighbours(averages, std::span(averages).subspan(1));
  corpus::print("averageNeighbours", corpus::sum(averages));
  smearNeighbours(averages);
  corpus::print("smearNeighbours", corpus::sum(averages));

  addUpperHalf(ints);
  corpus::print("addUpperHalf", corpus::sum(ints));
  addFormer(ints);
  corpus::print("addFormer", corpus::sum(ints));

  auto zeros = corpus::integers<int>(N, 8, 0, 3);
  Buffer b{N, zeros.data()};
  dropZeros(&b);
  corpus::print("dropZeros", b.size, corpus::sum(zeros));
  b.size = N / 2;
  clear(&b);
  corpus::print("clear", b.size, corpus::sum(zeros));

  smooth(out.data(), N);
  corpus::print("smooth", corpus::sum(out));
}
