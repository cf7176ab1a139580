//===- openmp-right.cpp - directives that are right as they stand ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops of a small simulation and image library whose authors have written OpenMP directives, all
// of them correct: worksharing loops in a region, collapse, nowait, atomic, critical, reductions
// and privatization. Between them stand loops that nobody has looked at yet.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace {

constexpr int Cells = 4096;
double temperature[Cells], flux[Cells], source[Cells], scratch[Cells];
int bins[64];

struct Vec3 {
  double x, y, z;
};

struct Raster {
  double cell[96][80];
};

} // namespace

void scaleBy(double *x, int n, double factor) {
  // truth: already-parallel
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    x[i] *= factor;
}

void shiftBy(double *x, int n, double offset) {
  // truth: parallel
  for (int i = 0; i < n; i++)
    x[i] += offset;
}

double energy(const std::vector<double> &velocity) {
  double total = 0.0;
  // truth: already-parallel
#pragma omp parallel for reduction(+ : total)
  for (std::size_t i = 0; i < velocity.size(); i++)
    total += 0.5 * velocity[i] * velocity[i];
  return total;
}

double slowest(const std::vector<double> &velocity) {
  double least = 1e30;
  // truth: parallel -- reduction(min : least)
  for (std::size_t i = 0; i < velocity.size(); i++)
    least = std::min(least, std::abs(velocity[i]));
  return least;
}

// The last loop may not start before the first is done: it reads flux[i + 1].
void heatStep(double dt) {
#pragma omp parallel
  {
    // truth: already-parallel
#pragma omp for
    for (int i = 1; i < Cells; i++)
      flux[i] = temperature[i] - temperature[i - 1];
    // truth: already-parallel -- the barrier of the loop before stands in between
#pragma omp for
    for (int i = 1; i < Cells - 1; i++)
      temperature[i] += dt * (flux[i + 1] - flux[i]);
  }
}

double accumulatedHeat() {
  double reached = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- scratch[1] gets the sum that i=0 left
  for (int i = 0; i < Cells; i++) {
    reached += temperature[i];
    scratch[i] = reached;
  }
  return reached;
}

void resetFields(double ambient) {
#pragma omp parallel
  {
    // truth: already-parallel -- nowait, but the next loop uses other arrays
#pragma omp for nowait
    for (int i = 0; i < Cells; i++)
      scratch[i] = 0.0;
    // truth: already-parallel
#pragma omp for
    for (int i = 0; i < Cells; i++)
      source[i] = ambient + i % 7;
  }
}

// Two loops with schedule(static) and the same number of iterations: a thread gets the same ones.
void forceAndFlux(double dt) {
#pragma omp parallel
  {
    // truth: already-parallel -- nowait: the thread that wrote scratch[i] also reads it
#pragma omp for schedule(static) nowait
    for (int i = 0; i < Cells; i++)
      scratch[i] = source[i] - temperature[i];
    // truth: already-parallel
#pragma omp for schedule(static)
    for (int i = 0; i < Cells; i++)
      flux[i] += dt * scratch[i];
  }
}

void normalise(std::vector<Vec3> &normals) {
  const int count = static_cast<int>(normals.size());
  double length;
  // truth: already-parallel -- every iteration assigns length first
#pragma omp parallel for private(length)
  for (int i = 0; i < count; i++) {
    length = std::sqrt(normals[i].x * normals[i].x + normals[i].y * normals[i].y +
                       normals[i].z * normals[i].z) +
             1e-3;
    normals[i].x /= length;
    normals[i].y /= length;
    normals[i].z /= length;
  }
}

void smoothNormals(std::vector<Vec3> &normals) {
  const int count = static_cast<int>(normals.size());
  double length;
  // truth: serial carried-flow-dependence -- i=2 reads normals[1], which i=1 wrote
  for (int i = 1; i < count; i++) {
    length = normals[i].x + normals[i - 1].x;
    normals[i].x = 0.5 * length;
  }
}

double lastSource(double dt) {
  double last = 0.0;
  // truth: already-parallel -- 4096 iterations, and the last one assigns
#pragma omp parallel for lastprivate(last)
  for (int i = 0; i < Cells; i++) {
    last = source[i] * dt;
    flux[i] = last;
  }
  return last;
}

void radialDistance(Raster &raster) {
  // truth: already-parallel
#pragma omp parallel for collapse(2)
  for (int r = 0; r < 96; r++)
    // truth: parallel -- the second loop of collapse(2)
    for (int c = 0; c < 80; c++)
      raster.cell[r][c] = std::sqrt(static_cast<double>(r * r + c * c));
}

// Blending runs down the rows, so only the columns are independent.
void bleedDown(Raster &raster) {
  // truth: serial carried-flow-dependence -- r=2 reads row 1, which r=1 wrote
  for (int r = 1; r < 6; r++)
  // truth: already-parallel
#pragma omp parallel for simd
    for (int c = 0; c < 80; c++)
      raster.cell[r][c] = 0.75 * raster.cell[r][c] + 0.25 * raster.cell[r - 1][c];
}

void countLevels(const std::vector<std::uint8_t> &pixels) {
  // truth: already-parallel -- the increment is atomic
#pragma omp parallel for
  for (std::size_t i = 0; i < pixels.size(); i++) {
#pragma omp atomic
    bins[pixels[i] >> 2]++;
  }
}

double farthest(const std::vector<double> &distances) {
  double best = 0.0;
  // truth: already-parallel -- the test and the assignment stand in one critical section
#pragma omp parallel for schedule(dynamic, 64)
  for (std::size_t i = 0; i < distances.size(); i++) {
    double distance = std::abs(distances[i]);
#pragma omp critical
    if (distance > best)
      best = distance;
  }
  return best;
}

void tallyDigits(const std::vector<std::uint8_t> &digits, std::array<long, 10> &result) {
  long tally[10] = {};
  // truth: already-parallel -- an array reduction
#pragma omp parallel for reduction(+ : tally[ : 10])
  for (std::size_t i = 0; i < digits.size(); i++)
    tally[digits[i] % 10]++;
  // truth: parallel
  for (int d = 0; d < 10; d++)
    result[d] = tally[d];
}

void lowerTriangle(std::array<std::array<double, 20>, 20> &m) {
  // truth: already-parallel
#pragma omp parallel for schedule(guided)
  for (int r = 0; r < 20; r++)
    // truth: parallel
    for (int c = 0; c <= r; c++)
      m[r][c] = 1.0 / (1 + r + c);
}

void solveLower(const std::array<std::array<double, 20>, 20> &m, std::array<double, 20> &x) {
  // truth: serial carried-flow-dependence -- r=1 reads x[0], which r=0 wrote
  for (int r = 0; r < 6; r++) {
    double rest = x[r];
    // truth: already-parallel
#pragma omp parallel for reduction(- : rest)
    for (int c = 0; c < r; c++)
      rest -= m[r][c] * x[c];
    x[r] = rest;
  }
}

float peakLevel(const float *samples, int n, float gain) {
  float peak = 0.0f;
  // truth: already-parallel
#pragma omp parallel for firstprivate(gain) reduction(max : peak)
  for (int i = 0; i < n; i++)
    peak = std::max(peak, gain * samples[i]);
  return peak;
}

double power(const double *samples, int n) {
  double sum = 0.0;
  // truth: already-parallel
#pragma omp parallel for simd reduction(+ : sum) schedule(static, 512)
  for (int i = 0; i < n; i++)
    sum += samples[i] * samples[i];
  return sum;
}

double agc(const double *samples, int n) {
  double level = 1.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- level of i=1 is made from level of i=0
  for (int i = 0; i < n; i++)
    level = 0.99 * level + 0.01 * std::abs(samples[i]);
  return level;
}

int firstClipped(const float *samples, int n, float limit) {
  // truth: serial early-exit -- only iterations up to the first hit run
  for (int i = 0; i < n; i++)
    if (samples[i] > limit)
      return i;
  return -1;
}

bool allFinite(const std::vector<double> &values) {
  bool ok = true;
  // truth: already-parallel
#pragma omp parallel for default(none) shared(values) reduction(&& : ok) if (values.size() > 1000)
  for (std::size_t i = 0; i < values.size(); i++)
    ok = ok && std::isfinite(values[i]);
  return ok;
}

int main() {
  auto values = corpus::numbers<double>(6000, 3);
  scaleBy(values.data(), 6000, 1.5);
  shiftBy(values.data(), 6000, 0.25);
  corpus::print("scaleBy, shiftBy", corpus::sum(values));
  corpus::print("energy", energy(values), slowest(values));
  corpus::fill(temperature, 4);
  heatStep(0.1);
  corpus::print("heatStep", corpus::sum(temperature), corpus::sum(flux));
  double heat = accumulatedHeat();
  corpus::print("accumulatedHeat", heat, corpus::sum(scratch));
  resetFields(2.5);
  forceAndFlux(0.5);
  corpus::print("forceAndFlux", corpus::sum(source), corpus::sum(flux), corpus::sum(scratch));

  auto coordinates = corpus::numbers<double>(9, 5);
  std::vector<Vec3> normals(2000, Vec3{coordinates[0], coordinates[1], coordinates[2]});
  normals[0] = {coordinates[3], coordinates[4], coordinates[5]};
  normals[1500] = {coordinates[6], coordinates[7], coordinates[8]};
  normalise(normals);
  corpus::print("normalise", normals[1].x, normals[700].y, normals[1500].z);
  smoothNormals(normals);
  corpus::print("smoothNormals", normals[1].x, normals[1999].x, normals[1502].x);
  double last = lastSource(0.25);
  corpus::print("lastSource", last, corpus::sum(flux));

  static Raster raster;
  radialDistance(raster);
  corpus::print("radialDistance", corpus::sum(raster.cell));
  bleedDown(raster);
  corpus::print("bleedDown", corpus::sum(raster.cell));

  auto pixels = corpus::integers<std::uint8_t>(20000, 6, 0, 255);
  countLevels(pixels);
  corpus::print("countLevels", corpus::sum(bins));
  corpus::print("farthest", farthest(values));
  std::array<long, 10> tally;
  tallyDigits(pixels, tally);
  corpus::print("tallyDigits", corpus::sum(tally));

  static std::array<std::array<double, 20>, 20> matrix;
  std::array<double, 20> solution;
  lowerTriangle(matrix);
  corpus::fill(solution, 7);
  solveLower(matrix, solution);
  corpus::print("solveLower", corpus::sum(matrix), corpus::sum(solution));

  auto samples = corpus::numbers<float>(5000, 8);
  corpus::print("peakLevel", peakLevel(samples.data(), 5000, 2.0f));
  corpus::print("power", power(values.data(), 6000), agc(values.data(), 6000));
  corpus::print("firstClipped", firstClipped(samples.data(), 5000, 0.99f),
                firstClipped(samples.data(), 5000, 7.0f));
  corpus::print("allFinite", allFinite(values));
}
