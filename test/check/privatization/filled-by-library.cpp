// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// `std::fill` and `std::iota` write every element of their range, and read none.
#include <algorithm>
#include <numeric>
#include <vector>
void filled(int n, long *a) {
  long w[8];
  // loomp: parallel array-private(w)
  for (int i = 0; i < n; i++) {
    std::fill(w, w + 8, i);
    w[i % 8] += 3;
    a[i] = w[2] + w[7];
  }
}
void again(int n, int m, long *a) {
  long w[8];
  // loomp: not-parallel carried-output-dependence on(a) -- all runs write the same elements
  for (int r = 0; r < m; r++) {
    // loomp: parallel array-private(w) -- filled anew before it is read in the next run, too
    for (int i = 0; i < n; i++) {
      std::fill(w, w + 4, i);
      a[i] = w[3] + w[0];
    }
  }
}
void numbered(int n, long *a) {
  long w[8];
  // loomp: parallel array-private(w)
  for (int i = 0; i < n; i++) {
    std::iota(w, w + 8, i);
    a[i] = w[7] + w[2];
  }
}
void beyond(int n, long *a) {
  long w[8] = {};
  // loomp: not-parallel -- w[4] is what an iteration before left
  for (int i = 0; i < n; i++) {
    std::fill(w, w + 4, i);
    a[i] = w[4];
    w[4] = i;
  }
}
void partly(int n, int m, long *a) {
  long w[8] = {};
  // loomp: not-parallel -- for m = 2, w[3] is what an iteration before left
  for (int i = 0; i < n; i++) {
    std::fill(w, w + m, i);
    a[i] = w[3];
    w[3] = i;
  }
}
void fromItself(int n, long *a) {
  long w[8] = {};
  // loomp: not-parallel -- the value comes from the iteration before
  for (int i = 0; i < n; i++) {
    std::fill(w + 1, w + 8, w[0]);
    w[0] = i;
    a[i] = w[5];
  }
}
void guarded(int n, const int *c, long *a) {
  long w[8] = {};
  // loomp: not-parallel -- where c[i] is 0, w holds what an iteration before left
  for (int i = 0; i < n; i++) {
    if (c[i])
      std::fill(w, w + 8, i);
    a[i] = w[2];
  }
}
void backwards(int n, std::vector<int> &v) {
  // loomp: parallel assuming(no-dependence) -- all iterations write the same elements: only if there are none
  for (int i = 0; i < n; i++)
    std::fill(v.rbegin(), v.rend(), i);
}
void rows(int n, int m, int *a) {
  // loomp: parallel -- a row each
  for (int i = 0; i < n; i++)
    std::fill(a + i * m, a + (i + 1) * m, i);
}
