//===- harness.h - what a generated kernel may use ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every kernel of a generated program runs on the same arena: a few arrays of each type, some
// sizes, and index arrays, all filled afresh for each input. Afterwards everything in the arena
// and every value that the kernel kept is reduced to a line of check sums, which two builds of the
// same kernels must agree on.
//
// What generated code may rely on, so that it has no undefined behaviour:
//   - n <= 9, m <= 8, k <= 6, step in 1..3, all others as documented below, none negative;
//   - `A.d(0)` and its like may be subscripted from -128 to 895, index arrays from 0 to 63;
//     index arrays overlap no other array;
//   - elements of integer type lie in [-100, 100] ([0, 100] if unsigned), floating-point elements
//     are multiples of 1/4 in [-8, 8]: kernels keep what they store below 1000.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_HARNESS_H
#define LOOMP_FUZZ_HARNESS_H

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>
#ifdef FUZZ_ORACLE
#include "oracle.h"
#endif

namespace fuzz {

/// The order of the values in an index array, all in [0, 32).
enum IndexOrder { Random, Identity, Permutation, Increasing, NonDecreasing, IndexOrders };

class Arena {
public:
  long n = 0, m = 0, k = 0; ///< sizes: often 0, 1 or more
  long step = 1;            ///< 1..3
  long shift = 0;           ///< -3..3
  int c = 0;                ///< any small number, -9..9
  double x = 0;             ///< a multiple of 1/4 in [-2, 2]
  int runs = 0;             ///< number of the input, from 0

  /// The j-th array of a type, j in 0..3. On some inputs two of them overlap.
  double *d(int j) { return Doubles + Start[0][j]; }
  float *f(int j) { return Floats + Start[1][j]; }
  long *l(int j) { return Longs + Start[2][j]; }
  int *i(int j) { return Ints + Start[3][j]; }
  unsigned *u(int j) { return Unsigneds + Start[4][j]; }
  short *s(int j) { return Shorts + Start[5][j]; }
  signed char *b(int j) { return Bytes + Start[6][j]; }
  /// 64 numbers; never overlaps another array; a kernel must not write it.
  const int *index(IndexOrder order) const {
    return IndexBegin + 64 * ((order + Rotation) % IndexOrders);
  }
  /// A copy of the first elements of `d(j)`, `i(j)`: `size` <= 512.
  std::vector<double> vd(int j, long size) { return {d(j), d(j) + size}; }
  std::vector<long> vl(int j, long size) { return {l(j), l(j) + size}; }
  std::vector<int> vi(int j, long size) { return {i(j), i(j) + size}; }

  /// Some of the further inputs of the oracle are odd: then what `call` binds a kernel to may be
  /// the same object, or overlap, in ways that it does not on the first inputs.
  bool odd() const { return IsOdd; }

  /// Adds to what is compared.
  void keep(double value);
  void keep(float value);
  void keep(long value);
  void keep(int value) { keep(long(value)); }
  void keep(unsigned value) { keep(long(value)); }
  void keep(unsigned long value) { keep(long(value)); }
  void keep(short value) { keep(long(value)); }
  void keep(signed char value) { keep(long(value)); }
  void keep(bool value) { keep(long(value)); }
  template <class T> void keep(const std::vector<T> &values) {
    keep(long(values.size()));
    keep(values.data(), long(values.size()));
  }
  template <class T> void keep(const T *values, long size) {
    for (long j = 0; j < size; ++j)
      keep(T(values[j]));
  }
  /// Sets a variable array to something.
  template <class T> void load(T *values, long size) {
    for (long j = 0; j < size; ++j)
      values[j] = T(Ints[j]);
#ifdef FUZZ_ORACLE
    oracle::registerArray(values, sizeof(T) * std::size_t(size), "static[]");
#endif
  }

  static constexpr int Arrays = 4, Types = 7, Inputs = 8;
  /// The first of the inputs on which kernels may do what has no defined behaviour: sizes up to 40
  /// and beyond, index arrays that lie in other arrays, numbers that are equal, sorted or wide.
  /// Only the oracle asks for these, and counts the runs that the sanitizers find no fault with.
  static constexpr int WideInputs = 48;
  /// Elements of each array, and those before subscript 0; some room for shifted overlaps.
#ifdef FUZZ_WIDE
  static constexpr long Length = 2600;
#else
  static constexpr long Length = 1048;
#endif
  static constexpr long Before = 136;
  /// Fills everything for this kernel and input, 0..Inputs-1 and beyond. `apart`: no two arrays
  /// that must not overlap do, not even on further inputs.
  void fill(long kernel, int input, bool apart = true);
  /// Names what there is to the oracle, which starts a new run.
  void registerArrays() const;
  /// What two builds must agree on: `hash` exactly, sums up to rounding relative to the scales.
  struct CheckSums {
    std::uint64_t hash = 0;
    double sum = 0, scale = 0;           ///< of values of type double
    double floatSum = 0, floatScale = 0; ///< of values of type float
  };
  CheckSums checkSums() const;

private:
  void fillNumbers(int seed, int kind);
  void chooseWide(long kernel, int input, bool apart);
  void poison(bool isPoisoned);

  static constexpr long Total = Arrays * Length;
#ifdef FUZZ_WIDE
  static constexpr long Gap = 1 << 12; ///< bytes between arrays of two types that nobody may touch
#else
  static constexpr long Gap = 8;
#endif
  double Doubles[Total];
  char Gap0[Gap];
  float Floats[Total];
  char Gap1[Gap];
  long Longs[Total];
  char Gap2[Gap];
  int Ints[Total];
  char Gap3[Gap];
  unsigned Unsigneds[Total];
  char Gap4[Gap];
  short Shorts[Total];
  char Gap5[Gap];
  signed char Bytes[Total];
  char Gap6[Gap];
  int Indices[64 * IndexOrders];
  char Gap7[Gap];
  const int *IndexBegin = Indices;
  bool IsOdd = false;
  int Rotation = 0; ///< no program knows in which order an index array is
  long Start[Types][Arrays];
  CheckSums Kept;
  long KeptCount = 0;
};

struct Kernel {
  long number;
  void (*call)(Arena &);
  long seed = number; ///< of its sizes and overlaps; a reduced kernel keeps its original's
  bool apart = true;  ///< it has pointers that promise not to overlap
};
extern const Kernel kernels[];
extern const int kernelCount;

} // namespace fuzz

#endif // LOOMP_FUZZ_HARNESS_H
