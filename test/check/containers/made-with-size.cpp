// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The size of a container that was made with a number of elements: `at` does not throw. Where that
// is not known, the program asks.
#include <utility>
#include <vector>

void withValue(int *__restrict a) {
  std::vector<int> e(20, 3);
  // loomp: parallel
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}

void withoutValue(int *__restrict a) {
  std::vector<int> e(20);
  // loomp: parallel
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}

void ofSizeN(int *__restrict a, long n) {
  std::vector<int> e(n);
  // loomp: parallel
  for (long i = 0; i < n; i += 1) { e.at(i) = i; }
  a[0] = e[2];
}

void caughtOutside(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  try {
  // loomp: parallel
  for (long i = 0; i < 9; i += 2) { a[i] = i; e.at(i) = i; }
  } catch (...) { n = 5; }
  a[0] = e[2] + n;
}

void ownSize(std::vector<int> &e) {
  // loomp: parallel
  for (std::size_t i = 0; i < e.size(); i += 1) { e.at(i) = i; }
}

void otherBound(std::vector<int> &e, std::size_t n) {
  // loomp: parallel assuming(in-bounds) -- n may be more
  for (std::size_t i = 0; i < n; i += 1) { e.at(i) = i; }
}

void shrinks(int *__restrict a) {
  std::vector<int> e(20, 3);
  // loomp: unknown may-throw carried-flow-dependence carried-anti-dependence carried-output-dependence -- pop_back
  for (long i = 0; i < 9; i += 2) { e.pop_back(); e.at(i) = i; }
  a[0] = e[2];
}

void resized(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  e.resize(n);
  // loomp: parallel assuming(in-bounds) -- n may be less than 9
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}
static void shrink(std::vector<int> &e) { e.clear(); }

void cleared(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  shrink(e);
  // loomp: parallel assuming(in-bounds) -- the callee makes it empty
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}
void unknown(std::vector<int> &e);

void handedOut(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  unknown(e);
  // loomp: parallel assuming(in-bounds) -- nobody knows what the callee does
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}

void exchanged(int *__restrict a, long n) {
  std::vector<int> e(20, 3), f(3);
  e.swap(f);
  // loomp: parallel assuming(in-bounds) -- it has three elements now
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}

void ofTwoElements(int *__restrict a, long n) {
  std::vector<int> e{20, 3};
  // loomp: parallel assuming(in-bounds) -- braces are a list of elements
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = e[2];
}

void clearedByLambda(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  auto f = [&] { e.clear(); };
  // loomp: unknown may-throw carried-flow-dependence carried-anti-dependence carried-output-dependence -- the lambda empties it
  for (long r = 0; r < n; ++r) {
    // loomp: parallel assuming(in-bounds) -- the lambda makes it empty
    for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
    f();
  }
  a[0] = e.size();
}

void movedFrom(int *__restrict a, long n) {
  std::vector<int> e(20, 3);
  auto g = std::move(e);
  // loomp: parallel assuming(in-bounds) -- it may be empty
  for (long i = 0; i < 9; i += 2) { e.at(i) = i; }
  a[0] = g[2];
}

void boundChanges(int *__restrict a, std::size_t n) {
  std::vector<int> e(n);
  n = 50;
  // loomp: parallel assuming(in-bounds) -- the size is what n was
  for (std::size_t i = 0; i < n; i += 2) { e.at(i) = i; }
}
