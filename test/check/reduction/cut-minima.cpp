// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A minimum that each step converts to a narrower type, and comparisons that the program makes.
#include <algorithm>
#include <string>
#include <vector>
static int a[100];
static short sh, shorts[100];
static float fl;
static double d[100];
int count = 0;
void cut(int n) {
  // loomp: not-parallel -- -40000 becomes 25536 in a short
  for (int i = 0; i < n; i++)
    sh = std::min<int>(sh, a[i]);
}
void fits(int n) {
  // loomp: parallel reduction(min:sh) -- what is compared is short
  for (int i = 0; i < n; i++)
    sh = std::min<int>(sh, shorts[i]);
}
void cutWide(int n) {
  static int s;
  // loomp: not-parallel -- a product of long does not fit
  for (int i = 0; i < n; i++)
    s = std::max<long>(s, a[i] * 1000000000L);
}
void counted(int n) {
  int m = 3;
  // loomp: unknown unknown-call -- each comparison counts
  for (int i = 0; i < n; i++)
    a[i] = std::max(a[i], m, [&](int x, int y) {
      count++;
      return x < y;
    });
}
struct Money {
  int cents;
  bool operator<(const Money &other) const {
    count++;
    return cents < other.cents;
  }
};
void classes(std::vector<Money> &v, Money least) {
  // loomp: unknown unknown-call -- so does this operator
  for (std::size_t i = 0; i < v.size(); i++)
    a[i] = std::max(v[i], least).cents;
}
void listed(std::vector<int> &v, int x, int y) {
  // loomp: parallel -- three numbers
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = std::max({v[i], x, y});
}
void strings(std::vector<std::string> &v, const std::vector<std::string> &w) {
  // loomp: parallel -- the library compares strings
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = std::min(v[i], w[i]);
}
