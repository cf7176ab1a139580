// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Operands that a parallel reduction evaluates more often than the serial loop.
#include <cstddef>
#include <vector>

static bool isSmall(int x) { return x < 50; }
static int calls = 0;
static bool isSmallCounted(int x) {
  ++calls;
  return x < 50;
}
static bool reaches(int x) {
  // loomp: not-parallel -- each step starts from the one before
  while (x != 1)
    x = x % 2 ? 3 * x + 1 : x / 2;
  return true;
}
static bool divides(int x) { return 100 % x == 0; }

bool all(const std::vector<int> &v) {
  bool ok = true;
  // loomp: parallel reduction(&&:ok)
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && isSmall(v[i]);
  return ok;
}

bool allCounted(const std::vector<int> &v) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- calls counts how far the loop came
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && isSmallCounted(v[i]);
  return ok;
}

bool allReach(const std::vector<int> &v) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- behind a false one the loop may never end
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && reaches(v[i]);
  return ok;
}

bool allDivide(const std::vector<int> &v) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- behind a false one there may be a 0
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && divides(v[i]);
  return ok;
}

bool allOfPart(const std::vector<int> &v, std::size_t n) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- v may end at a false one
  for (std::size_t i = 0; i < n; ++i)
    ok = ok && isSmall(v[i]);
  return ok;
}

bool allButOne(const std::vector<int> &v) {
  bool ok = true;
  // loomp: parallel reduction(&&:ok)
  for (std::size_t i = 1; i < v.size(); ++i)
    ok = ok && v[i - 1] <= v[i];
  return ok;
}

bool allAndOneMore(const std::vector<int> &v) {
  bool ok = true;
  // loomp: not-parallel speculative-evaluation -- v[i + 1] is read if all in front were sorted
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && v[i] <= v[i + 1];
  return ok;
}

bool readAnyway(const int *v, int n, long &sum) {
  bool ok = true;
  long total = 0;
  // loomp: parallel reduction(&&:ok) reduction(+:total)
  for (int i = 0; i < n; ++i) {
    total += v[i];
    ok = ok && v[i] < 7;
  }
  sum = total;
  return ok;
}

bool readSometimes(const int *v, const bool (&used)[100], long &sum) {
  bool ok = true;
  long total = 0;
  // loomp: not-parallel speculative-evaluation -- v[i] is there where used[i]
  for (int i = 0; i < 100; ++i) {
    if (used[i])
      total += v[i];
    ok = ok && v[i] < 7;
  }
  sum = total;
  return ok;
}
