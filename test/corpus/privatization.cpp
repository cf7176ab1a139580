//===- privatization.cpp - scratch variables, and values that travel ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops with scalars, structs, arrays and inner indices that are written before they are read, that
// keep a value from before the loop, or whose last value is used after it. The twins let a value
// travel from one iteration to the next, or reach the scratch variable by another way.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

// Scalars.

void springForces(const double *x, const double *rest, double *force, int n) {
  double stretch, f;
  // truth: parallel -- private(stretch, f), where force does not overlap x and rest
  for (int i = 0; i < n; i++) {
    stretch = x[i + 1] - x[i] - rest[i];
    f = -4.0 * stretch;
    if (f > 1.0)
      f = 1.0;
    if (f < -1.0)
      f = -1.0;
    force[i] = f;
  }
}

void holdLastValid(const double *reading, double *out, int n) {
  double held = 0.0;
  // truth: serial carried-flow-dependence -- after a bad reading i uses the held that i-1 left
  for (int i = 0; i < n; i++) {
    if (reading[i] >= 0.0)
      held = reading[i];
    out[i] = held;
  }
}

// Arrays.

void localContrast(const std::vector<float> &x, std::vector<float> &out) {
  const int n = static_cast<int>(x.size());
  float window[8];
  // truth: parallel -- private(window), where &x != &out
  for (int i = 0; i + 8 <= n; ++i) {
    // truth: parallel
    for (int k = 0; k < 8; ++k)
      window[k] = x[i + k] * x[i + k];
    float low = window[0], high = window[0];
    // truth: parallel -- reduction(min : low) reduction(max : high)
    for (int k = 1; k < 8; ++k) {
      low = std::min(low, window[k]);
      high = std::max(high, window[k]);
    }
    out[i] = high - low;
  }
}

void slidingContrast(const std::vector<float> &x, std::vector<float> &out) {
  const int n = static_cast<int>(x.size());
  float window[8] = {};
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- ring
  for (int i = 0; i < n; ++i) {
    window[i % 8] = x[i] * x[i];
    float low = window[0], high = window[0];
    // truth: parallel -- reduction(min : low) reduction(max : high)
    for (int k = 1; k < 8; ++k) {
      low = std::min(low, window[k]);
      high = std::max(high, window[k]);
    }
    out[i] = high - low;
  }
}

// Last values.

double finalResidual(const double *a, const double *b, double *squares, int n) {
  double residual = -1.0;
  // truth: parallel -- lastprivate(residual) if n > 0, where squares does not overlap a and b
  for (int i = 0; i < n; ++i) {
    residual = a[i] - b[i];
    squares[i] = residual * residual;
  }
  return residual;
}

int lastEvent(const std::vector<int> &events, int kind) {
  int at = -1;
  // truth: parallel -- reduction(max : at), or lastprivate(conditional : at)
  for (int i = 0; i < static_cast<int>(events.size()); ++i)
    if (events[i] == kind)
      at = i;
  return at;
}

int longestGap(const std::vector<int> &events, int kind) {
  int at = -1, gap = 0;
  // truth: serial carried-flow-dependence -- i reads the at that an earlier event left
  for (int i = 0; i < static_cast<int>(events.size()); ++i)
    if (events[i] == kind) {
      gap = std::max(gap, i - at);
      at = i;
    }
  return gap;
}

// Inner indices that are declared outside.

void outerProduct(const double *a, const double *b, double *c, int rows, int cols) {
  int i, j;
  // truth: parallel -- private(j), where c does not overlap a and b
  for (i = 0; i < rows; i++)
    // truth: parallel -- where c does not overlap b and a[i]
    for (j = 0; j < cols; j++)
      c[i * cols + j] = a[i] * b[j];
}

void rankEach(const std::vector<int> &queries, const std::vector<int> &sorted,
              std::vector<int> &rank) {
  std::size_t j;
  // truth: parallel -- private(j), where &rank != &sorted
  for (std::size_t i = 0; i < queries.size(); ++i) {
    j = 0;
    // truth: serial early-exit|non-canonical-loop -- stops at the first j that is large enough
    while (j < sorted.size() && sorted[j] < queries[i])
      ++j;
    rank[i] = static_cast<int>(j);
  }
}

void rankSorted(const std::vector<int> &queries, const std::vector<int> &sorted,
                std::vector<int> &rank) {
  std::size_t j = 0;
  // truth: serial carried-flow-dependence -- i starts at the j that i-1 left
  for (std::size_t i = 0; i < queries.size(); ++i) {
    // truth: serial early-exit|non-canonical-loop -- stops at the first j that is large enough
    while (j < sorted.size() && sorted[j] < queries[i])
      ++j;
    rank[i] = static_cast<int>(j);
  }
}

// Structs.

struct Vec3 {
  float x, y, z;
};

void pullOf(const std::vector<Vec3> &bodies, std::vector<float> &pull) {
  Vec3 d;
  // truth: parallel -- private(d)
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    d.x = bodies[i].x - 0.5f;
    d.y = bodies[i].y - 0.5f;
    d.z = bodies[i].z - 0.5f;
    pull[i] = 1.0f / (1.0f + d.x * d.x + d.y * d.y + d.z * d.z);
  }
}

void pullInPlane(const std::vector<Vec3> &bodies, std::vector<float> &pull) {
  Vec3 d = {0.0f, 0.0f, 0.0f};
  // truth: serial carried-flow-dependence|carried-anti-dependence -- with z < 0 i reads the old d.z
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    d.x = bodies[i].x - 0.5f;
    d.y = bodies[i].y - 0.5f;
    if (bodies[i].z >= 0.0f)
      d.z = bodies[i].z - 0.5f;
    pull[i] = 1.0f / (1.0f + d.x * d.x + d.y * d.y + d.z * d.z);
  }
}

// Locals of a function that is called.

int bucketOf(double x) {
  int scaled = static_cast<int>(x * 16.0);
  scaled &= 63;
  return scaled;
}

int cachedBucketOf(double x) {
  static double lastX = -1.0;
  static int lastBucket = 0;
  if (x != lastX) {
    lastX = x;
    lastBucket = bucketOf(x);
  }
  return lastBucket;
}

void bucketAll(const std::vector<double> &x, std::vector<int> &bucket) {
  // truth: parallel
  for (std::size_t i = 0; i < x.size(); ++i)
    bucket[i] = bucketOf(x[i]);
}

void bucketAllCached(const std::vector<double> &x, std::vector<int> &bucket) {
  // truth: serial hidden-state|carried-flow-dependence|role-not-lexical -- i reads the cache of i-1
  for (std::size_t i = 0; i < x.size(); ++i)
    bucket[i] = cachedBucketOf(x[i]);
}

// A scratch variable that a pointer reaches.

void squarePositive(const double *a, double *out, int n) {
  // truth: parallel -- t is local to the iteration; where out does not overlap a
  for (int i = 0; i < n; ++i) {
    double t, *p = &t;
    *p = a[i] > 0.0 ? a[i] : 0.0;
    out[i] = t * t;
  }
}

void squarePositiveShared(const double *a, double *out, int n) {
  double t, *p = &t;
  // truth: parallel -- a variable of the iteration can stand for t and *p; where out does not overlap a
  for (int i = 0; i < n; ++i) {
    *p = a[i] > 0.0 ? a[i] : 0.0;
    out[i] = t * t;
  }
}

// A scratch array of the file.

static double quad[4];

static void loadQuad(const double *corner, int stride) {
  quad[0] = corner[0];
  quad[1] = corner[1];
  quad[2] = corner[stride];
  quad[3] = corner[stride + 1];
}

void cellSpread(const double *field, int stride, double *spread) {
  static double corner[4];
  // truth: parallel -- private(corner), where spread does not overlap field
  for (int c = 0; c + 1 < stride; ++c) {
    corner[0] = field[c];
    corner[1] = field[c + 1];
    corner[2] = field[c + stride];
    corner[3] = field[c + stride + 1];
    spread[c] = corner[0] * corner[3] - corner[1] * corner[2];
  }
}

void cellSpreadByCall(const double *field, int stride, double *spread) {
  // truth: serial role-not-lexical|carried-output-dependence|carried-anti-dependence -- one quad
  for (int c = 0; c + 1 < stride; ++c) {
    loadQuad(field + c, stride);
    spread[c] = quad[0] * quad[3] - quad[1] * quad[2];
  }
}

// Two buffers that change places.

void diffuse(std::vector<double> &u, int steps) {
  std::vector<double> v = u;
  const int n = static_cast<int>(u.size());
  double *now = u.data(), *next = v.data();
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- u, v
  for (int s = 0; s < 2 * steps; ++s) {
    // truth: parallel -- where now and next do not overlap
    for (int i = 1; i < n - 1; ++i)
      next[i] = now[i] + 0.25 * (now[i - 1] - 2.0 * now[i] + now[i + 1]);
    std::swap(now, next);
  }
}

// A line with ghost cells.

constexpr int Width = 32;

void blurRows(const double *image, double *out, int rows) {
  double line[Width + 2] = {};
  // truth: parallel -- firstprivate(line) for the two ghosts, where out does not overlap image
  for (int r = 0; r < rows; ++r) {
    // truth: parallel
    for (int k = 0; k < Width; ++k)
      line[k + 1] = image[r * Width + k];
    // truth: parallel
    for (int k = 0; k < Width; ++k)
      out[r * Width + k] = (line[k] + line[k + 1] + line[k + 2]) / 3.0;
  }
}

void blurThrough(const double *image, double *out, int rows) {
  double line[Width + 2] = {};
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- line
  for (int r = 0; r < rows; ++r) {
    // truth: parallel
    for (int k = 0; k < Width; ++k)
      line[k + 1] = image[r * Width + k];
    // truth: parallel
    for (int k = 0; k < Width; ++k)
      out[r * Width + k] = (line[k] + line[k + 1] + line[k + 2]) / 3.0;
    line[0] = line[Width];
  }
}

int main() {
  constexpr int N = 6400;
  const auto x = corpus::numbers<double>(N + 1, 1), rest = corpus::numbers<double>(N, 2);
  std::vector<double> out(N);
  springForces(x.data(), rest.data(), out.data(), N);
  corpus::print("springForces", corpus::sum(out));
  holdLastValid(x.data(), out.data(), N);
  corpus::print("holdLastValid", corpus::sum(out));
  springForces(out.data(), rest.data(), out.data() + 1, N - 2);
  corpus::print("springForces", corpus::sum(out));

  const auto signal = corpus::numbers<float>(N, 3);
  std::vector<float> contrast(N);
  localContrast(signal, contrast);
  corpus::print("localContrast", corpus::sum(contrast));
  slidingContrast(signal, contrast);
  corpus::print("slidingContrast", corpus::sum(contrast));

  const double residual = finalResidual(x.data(), rest.data(), out.data(), N);
  const double none = finalResidual(x.data(), rest.data(), out.data(), 0);
  corpus::print("finalResidual", residual, none, corpus::sum(out));
  const auto events = corpus::integers<int>(N, 4, 0, 400);
  corpus::print("events", lastEvent(events, 7), lastEvent(events, 500), longestGap(events, 7));

  outerProduct(x.data(), rest.data(), out.data(), 80, 80);
  corpus::print("outerProduct", corpus::sum(out));

  const auto sorted = corpus::iota<int>(400);
  std::vector<int> rank(N);
  rankEach(events, sorted, rank);
  corpus::print("rankEach", corpus::sum(rank));
  rankSorted(sorted, sorted, rank);
  corpus::print("rankSorted", corpus::sum(rank));

  std::vector<Vec3> bodies(N, Vec3{0.25f, 0.75f, 0.5f});
  bodies[3] = {1.0f, 2.0f, 3.0f};
  bodies[4] = {1.0f, 2.0f, -3.0f};
  bodies[N - 1] = {0.0f, 2.0f, -1.0f};
  std::vector<float> pull(N);
  pullOf(bodies, pull);
  corpus::print("pullOf", corpus::sum(pull));
  pullInPlane(bodies, pull);
  corpus::print("pullInPlane", corpus::sum(pull));

  std::vector<int> bucket(x.size());
  bucketAll(x, bucket);
  corpus::print("bucketAll", corpus::sum(bucket));
  bucketAllCached(x, bucket);
  corpus::print("bucketAllCached", corpus::sum(bucket));

  squarePositive(x.data(), out.data(), N);
  corpus::print("squarePositive", corpus::sum(out));
  squarePositiveShared(rest.data(), out.data(), N);
  corpus::print("squarePositiveShared", corpus::sum(out));

  cellSpread(x.data(), N / 2, out.data());
  corpus::print("cellSpread", corpus::sum(out));
  cellSpreadByCall(x.data(), N / 2, out.data());
  corpus::print("cellSpreadByCall", corpus::sum(out));

  std::vector<double> u = x;
  diffuse(u, 5);
  corpus::print("diffuse", corpus::sum(u));

  blurRows(x.data(), out.data(), N / Width);
  corpus::print("blurRows", corpus::sum(out));
  blurThrough(x.data(), out.data(), N / Width);
  corpus::print("blurThrough", corpus::sum(out));
}
