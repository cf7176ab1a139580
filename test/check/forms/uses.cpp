// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Whatever names the index must be found, or the rewritten loop would compute something else.
#include <algorithm>
void byReference(int n, double *a) {
  int i = 0;
  // loomp: parallel -- both arguments of 'max' are known uses
  while (i < n) {
    ++i;
    a[i] = std::max(i, 7);
  }
}
void copied(int n, double *a) {
  int i = 0;
  // loomp: parallel -- the closure has a copy of this iteration's index
  while (i < n) {
    auto twice = [i] { return 2 * i; };
    a[i] = twice();
    ++i;
  }
}
void copiedBefore(int n, double *a) {
  int i = 0;
  auto next = [i] { return i + 1; };
  // loomp: parallel -- 1 in all iterations
  while (i < n) {
    a[i] = next();
    ++i;
  }
}
void referred(int n, double *a) {
  int i = 0;
  // loomp: unknown non-canonical-loop -- the closure sees the next index, and no text says so
  while (i < n) {
    auto twice = [&i] { return 2 * i; };
    ++i;
    a[i] = twice();
  }
}
void neverRuns(int n, double *a) {
  int i = 0;
  // loomp: unknown non-canonical-loop -- a use in code that never runs has no place in the order
  while (i < n) {
    if (false)
      a[0] = i;
    a[i] = 1;
    ++i;
  }
}
void wrapsAround(unsigned n, double *a) {
  unsigned i = n;
  // loomp: not-parallel -- i comes back to n after 2^32 iterations
  do {
    a[i] = 1;
  } while (++i != n);
}
void headerReadsSum(int n, double *a, int s) {
  int i = s;
  // loomp: parallel reduction(+:s) -- the start is kept in front, where s is no private copy
  while (i < n) {
    s += 2;
    ++i;
    a[i] = 1;
  }
  a[0] = s;
}
void startChanges(int *first, int n, double *a) {
  int i = *first;
  // loomp: parallel lastprivate(firstLocal) -- the start is what the loop overwrites, behind it
  while (i < n) {
    a[i] = 1;
    *first = i;
    ++i;
  }
}
