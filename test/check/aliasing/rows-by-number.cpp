// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Rows are reached through pointers that stand in elements of an array. The loop over one row can be
// checked if it reads these very pointers in any case.
#include <vector>

// CHECK: if(0 < m &&
// CHECK-NEXT: std::uintptr_t(w.data()[(long long)i + 1]) + m * sizeof(*w.data()[(long long)i + 1])
// CHECK-SAME: <= std::uintptr_t(w.data()[(long long)((long long)i / 2 - ((long long)i % 2 < 0))])
void halves(const std::vector<long *> &w, int i, long m) {
  if (i < 0)
    return;
  // loomp: parallel assuming(no-alias)
  for (long j = 0; j < m; ++j)
    w[i / 2][j] = w[i + 1][j] + j;
}
struct Row {
  unsigned *cells;
  long size;
};
// CHECK: if(0 < m &&
// CHECK-NEXT: std::uintptr_t(w[i + 1].cells) + m * sizeof(*w[i + 1].cells) <= std::uintptr_t(w[i].cells)
void members(Row *w, long i, long m) {
  // loomp: parallel assuming(no-alias)
  for (long j = 0; j < m; ++j)
    w[i].cells[j] = w[i + 1].cells[j] + 1;
}
void sometimes(const std::vector<long *> &w, const int *wanted, int i, long m) {
  // loomp: not-parallel -- where nothing is wanted, the loop does not read w[i], which may not exist
  for (long j = 0; j < m; ++j)
    if (wanted[j] > 0)
      w[i][j] = w[i + 1][j] + j;
}
void another_each_time(const std::vector<long *> &w, long m) {
  // loomp: not-parallel -- w[0] + 1 may be w[1]: iteration 0 writes w[0][1], iteration 1 w[1][0]
  for (long j = 0; j < m; ++j)
    w[j][1 - j % 2] = j;
}
void rows_change(std::vector<long *> &w, long **other, int i, long m) {
  // loomp: parallel assuming(no-alias) -- other[1] may be w[i], so that iteration 2 writes another row
  for (long j = 0; j < m; ++j) {
    w[i][j] = j;
    other[j] = w[i + 1];
  }
}
