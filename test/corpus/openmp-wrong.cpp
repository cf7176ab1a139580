//===- openmp-wrong.cpp - directives that are wrong, each beside its twin -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %loomp check %s -- %flags -fopenmp | FileCheck %s
// CHECK: already parallel
//
// Loops that carry an OpenMP directive too many or a clause too few, each followed by the same loop
// with the right directive. Its output depends on the threads, so the program is only compiled.
// corpus: not run
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace {

constexpr int Size = 4096, Half = Size / 2, Rows = 64, Columns = 48;
double level[Size], inflow[Size], outflow[Size];
double grid[Rows][Columns], relaxed[Rows][Columns], rowTotal[Rows];
long counts[256];

struct Calibration {
  double gain = 1.0;
  double offset = 0.0;
};

} // namespace

void fillUpWrong() {
  // truth: finding race-dependence -- i=2 reads level[1], which i=1 writes
#pragma omp parallel for
  for (int i = 1; i < Size; i++)
    level[i] = level[i - 1] + inflow[i];
}

void fillUpRight() {
  // truth: already-parallel
#pragma omp parallel for
  for (int i = 1; i < Size; i++)
    level[i] = inflow[i - 1] + inflow[i];
}

void shiftDownWrong() {
  // truth: finding race-dependence -- i=0 reads level[1], which i=1 overwrites
#pragma omp parallel for simd
  for (int i = 0; i < Size - 1; i++)
    level[i] = level[i + 1];
}

void shiftDownRight() {
  // truth: already-parallel -- written: the lower half, read: the upper half
#pragma omp parallel for simd
  for (int i = 0; i < Half; i++)
    level[i] = level[i + Half];
}

void decimateWrong(const float *signal, std::vector<float> &kept) {
  // truth: finding race-dependence -- i=0 and i=1 both write kept[0]
#pragma omp parallel for schedule(static)
  for (int i = 0; i < Size; i++)
    kept[i / 2] = signal[i] * 0.5f;
}

void interleaveRight(std::vector<float> &kept) {
  // truth: already-parallel
#pragma omp parallel for schedule(static)
  for (int i = 0; i < Half; i++) {
    kept[2 * i] = 0.5f;
    kept[2 * i + 1] = 0.25f * i;
  }
}

double meanWrong(const std::vector<double> &samples) {
  double total = 0.0;
  // truth: finding race-reduction -- all iterations read and write total
#pragma omp parallel for
  for (std::size_t i = 0; i < samples.size(); i++)
    total += samples[i];
  return total / static_cast<double>(samples.size());
}

double meanRight(const std::vector<double> &samples) {
  double total = 0.0;
  // truth: already-parallel
#pragma omp parallel for reduction(+ : total)
  for (std::size_t i = 0; i < samples.size(); i++)
    total += samples[i];
  return total / static_cast<double>(samples.size());
}

double lowestWrong(const std::vector<double> &samples) {
  double least = samples[0];
#pragma omp parallel shared(least)
  {
    // truth: finding race-reduction -- another iteration may lower least after the test
#pragma omp for
    for (std::size_t i = 1; i < samples.size(); i++)
      if (samples[i] < least)
        least = samples[i];
  }
  return least;
}

double lowestRight(const std::vector<double> &samples) {
  double least = samples[0];
#pragma omp parallel shared(least)
  {
    // truth: already-parallel
#pragma omp for reduction(min : least)
    for (std::size_t i = 1; i < samples.size(); i++)
      if (samples[i] < least)
        least = samples[i];
  }
  return least;
}

void exchangeWrong() {
  double saved;
  // truth: finding missing-private -- two iterations write the one saved before they read it
#pragma omp parallel for
  for (int i = 0; i < Size; i++) {
    saved = inflow[i];
    inflow[i] = outflow[i];
    outflow[i] = saved;
  }
}

void exchangeRight() {
  double saved;
  // truth: already-parallel
#pragma omp parallel for private(saved)
  for (int i = 0; i < Size; i++) {
    saved = inflow[i];
    inflow[i] = outflow[i];
    outflow[i] = saved;
  }
}

void clearGridWrong() {
  int r, c;
  // truth: finding missing-private -- all rows count with the one c
#pragma omp parallel for
  for (r = 0; r < Rows; r++)
    // truth: parallel
    for (c = 0; c < Columns; c++)
      grid[r][c] = r - c;
}

void clearGridRight() {
  int r, c;
  // truth: already-parallel -- r is private by itself
#pragma omp parallel for private(c)
  for (r = 0; r < Rows; r++)
    // truth: parallel
    for (c = 0; c < Columns; c++)
      grid[r][c] = r - c;
}

void windowsWrong(std::vector<double> &smooth) {
  double window[3];
  // truth: finding missing-private -- all iterations write and read the one window[0]
#pragma omp parallel for
  for (int i = 1; i < Size - 1; i++) {
    window[0] = level[i - 1];
    window[1] = level[i];
    window[2] = level[i + 1];
    smooth[i] = std::max(window[0], std::min(window[1], window[2]));
  }
}

void windowsRight(std::vector<double> &smooth) {
  double window[3];
  // truth: already-parallel
#pragma omp parallel for private(window)
  for (int i = 1; i < Size - 1; i++) {
    window[0] = level[i - 1];
    window[1] = level[i];
    window[2] = level[i + 1];
    smooth[i] = std::max(window[0], std::min(window[1], window[2]));
  }
}

void calibrateWrong(std::vector<double> &readings, double gain) {
  Calibration sensor;
  sensor.gain = gain;
  // truth: finding missing-firstprivate -- the copies of sensor have the gain 1
#pragma omp parallel for private(sensor)
  for (std::size_t i = 0; i < readings.size(); i++)
    readings[i] = readings[i] * sensor.gain + sensor.offset;
}

void calibrateRight(std::vector<double> &readings, double gain) {
  Calibration sensor;
  sensor.gain = gain;
  // truth: already-parallel
#pragma omp parallel for firstprivate(sensor)
  for (std::size_t i = 0; i < readings.size(); i++)
    readings[i] = readings[i] * sensor.gain + sensor.offset;
}

double drainWrong(double rate) {
  double drained = 0.0;
  // truth: finding missing-lastprivate -- after the loop drained is 0 still
#pragma omp parallel for private(drained)
  for (int i = 0; i < Size; i++) {
    drained = rate * level[i];
    outflow[i] = drained;
  }
  return drained;
}

double drainRight(double rate) {
  double drained = 0.0;
  // truth: already-parallel
#pragma omp parallel for lastprivate(drained)
  for (int i = 0; i < Size; i++) {
    drained = rate * level[i];
    outflow[i] = drained;
  }
  return drained;
}

void smearWrong() {
  // truth: finding race-collapse -- (r=0, c=2) reads grid[0][1], which (r=0, c=1) writes
#pragma omp parallel for collapse(2)
  for (int r = 0; r < Rows; r++)
    // truth: serial carried-flow-dependence -- c=2 reads grid[r][1], which c=1 wrote
    for (int c = 1; c < Columns; c++)
      grid[r][c] = 0.5 * (grid[r][c] + grid[r][c - 1]);
}

void smearRight() {
  // truth: already-parallel
#pragma omp parallel for
  for (int r = 0; r < Rows; r++)
    // truth: serial carried-flow-dependence -- c=2 reads grid[r][1], which c=1 wrote
    for (int c = 1; c < Columns; c++)
      grid[r][c] = 0.5 * (grid[r][c] + grid[r][c - 1]);
}

void sumRowsWrong() {
  // truth: finding race-collapse -- all columns of a row add to rowTotal[r]
#pragma omp parallel for collapse(2) schedule(static)
  for (int r = 0; r < Rows; r++)
    // truth: parallel -- a reduction of rowTotal[r]
    for (int c = 0; c < Columns; c++)
      rowTotal[r] += grid[r][c];
}

void sumRowsRight() {
  // truth: already-parallel
#pragma omp parallel for schedule(static)
  for (int r = 0; r < Rows; r++)
    // truth: parallel -- a reduction of rowTotal[r]
    for (int c = 0; c < Columns; c++)
      rowTotal[r] += grid[r][c];
}

void relaxWrong() {
  // truth: finding race-dependence -- r=2 reads row 1, which r=1 writes
#pragma omp parallel for
  for (int r = 1; r < Rows - 1; r++)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- c=2 reads grid[r][1] of c=1
    for (int c = 1; c < Columns - 1; c++)
      grid[r][c] = 0.25 * (grid[r - 1][c] + grid[r + 1][c] + grid[r][c - 1] + grid[r][c + 1]);
}

void relaxRight() {
  // truth: already-parallel
#pragma omp parallel for collapse(2)
  for (int r = 1; r < Rows - 1; r++)
    // truth: parallel -- the second loop of collapse(2)
    for (int c = 1; c < Columns - 1; c++)
      relaxed[r][c] = 0.25 * (grid[r - 1][c] + grid[r + 1][c] + grid[r][c - 1] + grid[r][c + 1]);
}

double runningSumWrong() {
  double total = 0.0;
  // truth: finding race-reduction-read -- level[i] gets the part of its own thread
#pragma omp parallel for reduction(+ : total)
  for (int i = 0; i < Size; i++) {
    total += inflow[i];
    level[i] = total;
  }
  return total;
}

double runningSumRight() {
  double total = 0.0;
  // truth: already-parallel
#pragma omp parallel for reduction(+ : total)
  for (int i = 0; i < Size; i++) {
    total += inflow[i];
    level[i] = inflow[i];
  }
  return total;
}

void transportWrong(double rate) {
#pragma omp parallel
  {
    // truth: finding race-nowait -- the next loop reads outflow[i - 1] of another thread
#pragma omp for nowait
    for (int i = 0; i < Size; i++)
      outflow[i] = rate * level[i];
    // truth: already-parallel
#pragma omp for
    for (int i = 1; i < Size; i++)
      inflow[i] = outflow[i - 1];
  }
}

void transportRight(double rate) {
#pragma omp parallel
  {
    // truth: already-parallel -- ends with a barrier
#pragma omp for
    for (int i = 0; i < Size; i++)
      outflow[i] = rate * level[i];
    // truth: already-parallel
#pragma omp for
    for (int i = 1; i < Size; i++)
      inflow[i] = outflow[i - 1];
  }
}

void histogramWrong(const std::vector<std::uint8_t> &bytes) {
  // truth: finding missing-atomic -- two iterations with equal bytes increment one counter
#pragma omp parallel for
  for (std::size_t i = 0; i < bytes.size(); i++)
    counts[bytes[i]]++;
}

void histogramRight(const std::vector<std::uint8_t> &bytes) {
  // truth: already-parallel
#pragma omp parallel for
  for (std::size_t i = 0; i < bytes.size(); i++) {
#pragma omp atomic update
    counts[bytes[i]]++;
  }
}

void depositWrong(const std::vector<int> &cells, const std::vector<double> &charges) {
#pragma omp parallel
  {
    // truth: finding missing-atomic -- two charges may lie in one cell
#pragma omp for schedule(dynamic, 16)
    for (std::size_t p = 0; p < charges.size(); p++)
      level[cells[p]] += charges[p];
  }
}

void depositRight(const std::vector<int> &cells, const std::vector<double> &charges) {
#pragma omp parallel
  {
    // truth: already-parallel
#pragma omp for schedule(dynamic, 16)
    for (std::size_t p = 0; p < charges.size(); p++) {
#pragma omp critical(deposit)
      level[cells[p]] += charges[p];
    }
  }
}

int main() {
  auto samples = corpus::numbers<double>(Size, 1);
  auto signal = corpus::numbers<float>(Size, 2);
  auto bytes = corpus::numbers<std::uint8_t>(Size, 3);
  auto cells = corpus::integers<int>(Size, 4, 0, Size - 1);
  std::vector<float> kept(Size);
  std::vector<double> smooth(Size);
  corpus::fill(inflow, 5);
  corpus::fill(outflow, 6);
  fillUpWrong();
  fillUpRight();
  shiftDownWrong();
  shiftDownRight();
  decimateWrong(signal.data(), kept);
  interleaveRight(kept);
  exchangeWrong();
  exchangeRight();
  clearGridWrong();
  clearGridRight();
  windowsWrong(smooth);
  windowsRight(smooth);
  calibrateWrong(samples, 1.5);
  calibrateRight(samples, 1.5);
  smearWrong();
  smearRight();
  sumRowsWrong();
  sumRowsRight();
  relaxWrong();
  relaxRight();
  transportWrong(0.5);
  transportRight(0.5);
  histogramWrong(bytes);
  histogramRight(bytes);
  depositWrong(cells, samples);
  depositRight(cells, samples);
  corpus::print("mean", meanWrong(samples), meanRight(samples));
  corpus::print("lowest", lowestWrong(samples), lowestRight(samples));
  corpus::print("drain", drainWrong(0.5), drainRight(0.5));
  corpus::print("running sum", runningSumWrong(), runningSumRight());
  corpus::print("arrays", corpus::sum(level), corpus::sum(grid), corpus::sum(relaxed),
                corpus::sum(rowTotal), corpus::sum(counts), corpus::sum(kept));
}
