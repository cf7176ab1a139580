// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Algorithms that read ranges or write one, and the functions that they call.
#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <vector>
using Rows = std::vector<std::vector<double>>;
void counted(const Rows &rows, std::vector<long> &out, double least) {
  // loomp: parallel
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::count_if(rows[i].begin(), rows[i].end(), [&](double x) { return x > least; });
}
void found(const std::vector<int> &grid, const std::vector<int> &in, std::vector<long> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < in.size(); i++)
    out[i] = std::lower_bound(grid.begin(), grid.end(), in[i]) - grid.begin();
}
void highest(const Rows &rows, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = *std::max_element(rows[i].begin(), rows[i].end()) > 1;
}
bool isWanted(double x);
void unknown(const Rows &rows, std::vector<int> &out) {
  // loomp: not-parallel -- nobody knows what it does
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::any_of(rows[i].begin(), rows[i].end(), isWanted);
}
void unknownPointer(const Rows &rows, std::vector<int> &out, bool (*wanted)(double)) {
  // loomp: not-parallel -- nobody knows what it does
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::any_of(rows[i].begin(), rows[i].end(), wanted);
}
void unknownFunction(const Rows &rows, std::vector<int> &out,
                     const std::function<bool(double)> &wanted) {
  // loomp: not-parallel -- nobody knows what it does
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::any_of(rows[i].begin(), rows[i].end(), wanted);
}
long calls(const Rows &rows, std::vector<int> &out) {
  long n = 0;
  // loomp: parallel reduction(+:n)
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::any_of(rows[i].begin(), rows[i].end(), [&](double x) {
      n++;
      return x > 1;
    });
  return n;
}
double remembers(const Rows &rows, std::vector<int> &out) {
  double before = 0;
  // loomp: not-parallel -- each call reads what the call before left
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = std::any_of(rows[i].begin(), rows[i].end(), [&](double x) {
      bool isLarger = x > before;
      before = x;
      return isLarger;
    });
  return before;
}
void looksAtOthers(std::vector<int> &x) {
  // loomp: not-parallel -- reads what the iterations before wrote
  for (std::size_t i = 0; i < x.size(); i++)
    x[i] = int(std::count(x.begin(), x.end(), int(i)));
}
int comparisons = 0;
struct Item {
  int key;
};
bool operator==(const Item &a, const Item &b) {
  comparisons++;
  return a.key == b.key;
}
void comparesLoudly(const std::vector<std::vector<Item>> &rows, std::vector<int> &out) {
  // loomp: not-parallel -- the comparison counts
  for (std::size_t i = 0; i < rows.size(); i++)
    out[i] = int(std::count(rows[i].begin(), rows[i].end(), Item{1}));
}
void copies(const std::vector<double> &in, std::vector<double> &out) {
  const int n = int(out.size()) / 16;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::copy(in.begin(), in.begin() + 16, out.begin() + i * 16);
}
void copiesTooMuch(const std::vector<double> &in, std::vector<double> &out) {
  const int n = int(out.size()) / 16;
  // loomp: not-parallel -- neighbours share an element
  for (int i = 0; i < n; i++)
    std::copy(in.begin(), in.begin() + 17, out.begin() + i * 16);
}
void fills(std::vector<int> &out) {
  const int n = int(out.size()) / 16;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::fill_n(out.begin() + i * 16, 16, i);
}
void appends(const std::vector<double> &in, std::vector<double> &out) {
  // loomp: not-parallel -- grows
  for (int i = 0; i < 100; i++)
    std::copy(in.begin(), in.begin() + 16, std::back_inserter(out));
}
// A copy fills what the iteration reads.
void work(const Rows &rows, std::vector<double> &out) {
  double own[16];
  // loomp: parallel
  for (std::size_t i = 0; i < rows.size(); i++) {
    std::copy(rows[i].begin(), rows[i].begin() + 16, own);
    std::sort(own, own + 16);
    out[i] = own[8];
  }
}
void workTooLittle(const Rows &rows, std::vector<double> &out) {
  double own[16] = {};
  // loomp: not-parallel -- own[15] comes from the iteration before
  for (std::size_t i = 0; i < rows.size(); i++) {
    std::copy(rows[i].begin(), rows[i].begin() + 15, own);
    own[15] += own[0];
    out[i] = own[8] + own[15];
  }
}
void largestOfRow(long *a) {
  // loomp: parallel -- rows end at 74, what is found in them too
  for (long i = 0; i < 9; i++)
    a[i + 350] = *std::max_element(a + i * 8, a + i * 8 + 10);
}
void largestOfLongRow(long *a) {
  // loomp: not-parallel -- the answer may stand at a[70], which i=60 writes
  for (long i = 0; i < 61; i++)
    a[i + 10] = *std::max_element(a + i * 8, a + i * 8 + 10);
}
void behindRow(int *a) {
  // loomp: not-parallel -- where nothing is found, the element behind the row is read
  for (long i = 0; i < 9; i++)
    a[i * 8 + 8] =
        *std::find(a + i * 8 + 1, a + i * 8 + 8, 3) + *std::find(a + i * 8 + 9, a + i * 8 + 16, 3);
}
