// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Elements that iterations lower or raise: atomic, each with a comparison.
#include <algorithm>
#include <vector>
void lowers(const std::vector<int> &to, const std::vector<double> &w, std::vector<double> &next) {
  // loomp: parallel atomic(min:next)
  for (std::size_t e = 0; e < to.size(); e++)
    next[to[e]] = std::min(next[to[e]], w[e] + 1);
}
void raises(const std::vector<int> &to, const std::vector<int> &w, std::vector<long> &next) {
  // loomp: parallel atomic(max:next)
  for (std::size_t e = 0; e < to.size(); e++)
    if (w[e] > next[to[e]])
      next[to[e]] = w[e];
}
void chooses(const std::vector<int> &to, const std::vector<float> &w, std::vector<float> &next) {
  // loomp: parallel atomic(min:next)
  for (std::size_t e = 0; e < to.size(); e++)
    next[to[e]] = w[e] < next[to[e]] ? w[e] : next[to[e]];
}
void readsOthers(const std::vector<int> &to, const std::vector<int> &from,
                 std::vector<long> &next) {
  // loomp: not-parallel -- an iteration reads what others lower
  for (std::size_t e = 0; e < to.size(); e++)
    next[to[e]] = std::min(next[to[e]], next[from[e]] + 1);
}
void lowersAndRaises(const std::vector<int> &to, const std::vector<long> &w,
                     std::vector<long> &next) {
  // loomp: not-parallel -- the two do not commute
  for (std::size_t e = 0; e < to.size(); e++) {
    next[to[e]] = std::min(next[to[e]], w[e]);
    next[to[e] + 1] = std::max(next[to[e] + 1], w[e] - 100);
  }
}
long counts(const std::vector<int> &to, const std::vector<long> &w, std::vector<long> &next) {
  long changes = 0;
  // loomp: parallel assuming(no-dependence, no-alias) -- only where no element changes twice
  for (std::size_t e = 0; e < to.size(); e++)
    if (w[e] < next[to[e]]) {
      next[to[e]] = w[e];
      changes++;
    }
  return changes;
}
void narrows(const std::vector<int> &to, const std::vector<double> &w, std::vector<int> &next) {
  // loomp: parallel assuming(no-dependence, no-alias) -- the comparison sees what the element does
  // not keep: no minimum, and only right where no element changes twice
  for (std::size_t e = 0; e < to.size(); e++)
    if (w[e] < next[to[e]])
      next[to[e]] = w[e];
}
void otherwise(const std::vector<int> &to, const std::vector<long> &w, std::vector<long> &next) {
  // loomp: parallel assuming(no-dependence, no-alias) -- only where no element changes twice
  for (std::size_t e = 0; e < to.size(); e++)
    if (w[e] < next[to[e]])
      next[to[e]] = w[e];
    else
      next[to[e]]++;
}
// Places that all iterations update, some of them under a condition.
void someElements(long *counters, const int *x, int n) {
  // loomp: parallel atomic(+:counters)
  for (int i = 0; i < n; i++) {
    counters[0] += 1;
    if (x[i] > 10)
      counters[1] += x[i];
  }
}
void someElementsRead(long *counters, const int *x, int n) {
  // loomp: not-parallel -- one of them decides
  for (int i = 0; i < n; i++) {
    counters[0] += 1;
    if (counters[0] > 10)
      counters[1] += x[i];
  }
}
