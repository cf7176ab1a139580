// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// 'data()' of a std::array reads nothing: its size is part of the type. Where the elements are
// written first, the array is private, as one that is named by its elements.
#include <array>
#include <vector>
static void fill(int *p, int v) {
  // loomp: parallel
  for (int k = 0; k < 4; ++k)
    p[k] = v;
}
int inTheLoop(int n, int *__restrict out) {
  std::array<int, 4> h{};
  // loomp: parallel array-private(h)
  for (int i = 0; i < n; ++i) {
    fill(h.data(), i);
    out[i] = h[2];
  }
  return 0;
}
int readBehind(int n, int *__restrict out) {
  std::array<int, 4> h{};
  // loomp: parallel lastprivate(h)
  for (int i = 0; i < n; ++i) {
    fill(h.data(), i);
    out[i] = h[2];
  }
  return h[1];
}
int inFront(int n, int *__restrict out) {
  std::array<int, 4> h{};
  int *p = h.data();
  // loomp: not-parallel carried-anti-dependence -- 'p' leads to the one array in all iterations
  for (int i = 0; i < n; ++i) {
    fill(p, i);
    out[i] = h[2];
  }
  return 0;
}
int readFirst(int n, int *__restrict out) {
  std::array<int, 4> h{};
  // loomp: not-parallel carried-flow-dependence -- i=1 reads what i=0 wrote
  for (int i = 0; i < n; ++i) {
    out[i] = h.data()[2];
    fill(h.data(), i);
  }
  return 0;
}
int partly(int n, int *__restrict out) {
  std::array<int, 6> h{};
  // loomp: not-parallel carried-flow-dependence -- element 5 is kept from iteration to iteration
  for (int i = 0; i < n; ++i) {
    fill(h.data(), i);
    out[i] = h.data()[5];
    h.data()[5] = i;
  }
  return 0;
}
void grows(int n, std::vector<int> &v) {
  // loomp: not-parallel -- where the elements lie changes: a vector's size is stored
  for (int i = 0; i < n; ++i) {
    fill(v.data(), i);
    v.push_back(i);
  }
}
