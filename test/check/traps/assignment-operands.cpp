// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The right operand of an assignment comes first, also where it is a function; not in g++ 12.
#include <string>
#include <vector>
struct Q {
  int x;
  Q(int v = 0) : x(v) {}
  Q &operator=(int v) {
    x = v;
    return *this;
  }
};
struct P {
  int x, y;
};
static Q q[300];
static P p[300];
static int a[300], c[300];
void leftSets(int n) {
  int t = 0;
  // loomp: not-parallel -- c[t] is read with what the iteration before left in t
  for (int i = 0; i < n; i++)
    q[t = i] = c[t];
}
void plainClass(int n) {
  int t = 0;
  // loomp: not-parallel -- the same
  for (int i = 0; i < n; i++)
    p[t = i] = P{c[t], 1};
}
void leftCounts(int n) {
  int k = 0;
  // loomp: not-parallel -- c[k] comes before k++, or after it
  for (int i = 0; i < n; i++)
    q[k++] = c[k];
}
void rightCounts(int n) {
  int k = 0;
  // loomp: not-parallel -- q[k] comes after k++, or before it
  for (int i = 0; i < n; i++)
    q[k] = c[k++];
}
void apart(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- only one operand names k
  for (int i = 0; i < n; i++)
    q[k++] = c[i];
}
void append(std::vector<std::string> &names, const std::vector<std::string> &others) {
  std::size_t k = 0;
  // loomp: parallel induction(k) assuming(no-alias) -- here, too
  for (std::size_t i = 0; i < names.size(); i++)
    names[i] += others[k++];
}
