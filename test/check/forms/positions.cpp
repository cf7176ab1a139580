// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Loops that a pointer or an iterator counts. Which two iterations could meet? Those of walks that
// overlap, and those of a walk whose bound or start moves.
#include <deque>
#include <iterator>
#include <list>
#include <vector>

void increase(std::vector<int> &v) {
  // loomp: parallel
  for (auto it = v.begin(); it != v.end(); ++it)
    *it += 1;
}
void increaseEverySecond(std::vector<int> &v) {
  // loomp: parallel
  for (std::vector<int>::iterator it = v.begin(); it < v.end(); it += 2)
    *it += 1;
}
void increaseBackwards(std::deque<int> &v) {
  // loomp: parallel
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    *it += 1;
}
void keepsEnd(std::vector<int> &v) {
  // loomp: parallel
  for (auto it = v.begin(), end = v.end(); it != end; ++it)
    *it += 1;
}
void prefixSum(std::vector<int> &v) {
  // loomp: serial carried-flow-dependence -- it reads what the iteration before wrote
  for (auto it = v.begin() + 1; it != v.end(); ++it)
    *it += it[-1];
}
void suffixSum(std::vector<int> &v) {
  // loomp: serial carried-flow-dependence -- counts down: *(it - 1) is the element behind
  for (auto it = v.rbegin() + 1; it != v.rend(); ++it)
    *it += *(it - 1);
}
void lowerHalf(std::vector<int> &v) {
  const auto middle = v.begin() + static_cast<std::ptrdiff_t>(v.size() / 2);
  auto upper = middle;
  // loomp: parallel
  for (auto it = v.begin(); it != middle; ++it)
    *it += *upper++;
}
void former(std::vector<int> &v) {
  auto before = v.begin();
  // loomp: serial carried-flow-dependence -- before is one element behind it
  for (auto it = v.begin() + 1; it != v.end(); ++it)
    *it += *before++;
}
void grows(std::vector<int> &v) {
  // loomp: unknown bound-not-invariant -- the end moves with the size
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it < 0)
      v.push_back(1);
}
void shrinks(std::vector<int> &v) {
  auto end = v.end();
  // loomp: unknown bound-not-invariant -- end is another one later
  for (auto it = v.begin(); it < end; ++it)
    if (*it < 0)
      --end;
}
void skips(std::vector<int> &v) {
  // loomp: unknown index-modified -- some iterations go two elements further
  for (auto it = v.begin(); it < v.end(); ++it) {
    if (*it < 0)
      ++it;
    *it = 1;
  }
}
void links(std::list<int> &v) {
  // loomp: unknown non-canonical-loop -- the iterators of a list follow its links
  for (auto it = v.begin(); it != v.end(); ++it)
    *it += 1;
}
void pointerUp(double *a, int n) {
  // loomp: parallel
  for (double *p = a; p != a + n; ++p)
    *p = 0;
}
void pointerDown(double *a, int n) {
  // loomp: parallel
  for (double *p = a + n - 1; p >= a; --p)
    *p = 0;
}
void pointerWrongWay(double *a, int n) {
  // loomp: unknown non-canonical-loop -- leads away from the bound
  for (double *p = a; p > a - n; ++p)
    *p = 0;
}
void pointerPairs(double *a, int n) {
  // loomp: parallel
  for (double *p = a; p < a + n - 1; p += 2)
    p[1] = p[0];
}
void pointerNeighbours(double *a, int n) {
  // loomp: serial carried-flow-dependence -- reads what the iteration before wrote
  for (double *p = a; p < a + n - 1; ++p)
    p[1] = p[0];
}
void walksToEnd(unsigned char *p, unsigned char *end) {
  // loomp: parallel
  while (p != end) {
    *p = static_cast<unsigned char>(255 - *p);
    ++p;
  }
}
void copies(const double *first, const double *last, double *out) {
  // loomp: parallel -- checked at run time
  for (const double *p = first; p != last; ++p)
    *out++ = *p;
}
void ownStart(double **list, double *end) {
  // loomp: unknown bound-not-invariant -- *list moves, the loop runs on
  for (double *p = *list; p < *list + 5; ++p)
    *list = end;
}
int readsAtZero(const char *p) {
  int n = 0;
  // loomp: unknown non-canonical-loop -- ends at the first zero
  while (*p) {
    ++n;
    ++p;
  }
  return n;
}
void behindItself(double *a, int n) {
  double *p = a;
  // loomp: unknown index-modified -- the update behind the use is skipped for some
  while (p != a + n) {
    if (*p > 0)
      ++p;
    *p = 0;
    ++p;
  }
}
struct Row {
  double *first, *last;
};
void rows(std::vector<Row> &rows) {
  // loomp: parallel atomic(*:*p)
  for (Row &row : rows)
    // loomp: parallel
    for (double *p = row.first; p != row.last; ++p)
      *p *= 2;
}
