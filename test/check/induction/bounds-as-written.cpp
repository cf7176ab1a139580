// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The number of iterations is spelled by a bound that the comparison converts, or by a member.
#include <vector>

long converted(std::vector<int> &a, int n) {
  long k = 0;
  // loomp: parallel induction(k)
  for (unsigned j = 2; j < n; ++j) {
    a[j] = int(k % 100);
    --k;
  }
  return k;
}

long changes(std::vector<int> &a, int n, const int *c) {
  long k = 0;
  // loomp: not-parallel -- the bound is read anew
  for (unsigned j = 2; j < n; ++j) {
    a[j] = int(k % 100);
    if (c[j] > 3)
      n = 4;
    --k;
  }
  return k;
}

struct Store {
  int cells[64];
  long size, last;
  void put(long x, int y) { cells[x] = y; }

  void members() {
    // loomp: parallel lastprivate(lastLocal)
    for (long i = 0; i < int(size); ++i) {
      last = i;
      put(i, int(last % 100));
    }
  }

  void shrinks() {
    // loomp: not-parallel -- the bound is read anew
    for (long i = 0; i < int(size); ++i) {
      last = i;
      put(i, int(last % 100));
      if (last == 5)
        size = 8;
    }
  }

  void ofAnother(Store &other) {
    // loomp: not-parallel -- other may be *this
    for (long i = 0; i < int(size); ++i) {
      last = i;
      other.size = i;
    }
  }
};
