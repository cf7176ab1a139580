// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Algorithms of the library over a range, and containers whose elements have no numbers.
#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <numeric>
#include <vector>

void medians(const std::vector<double> &in, std::vector<double> &out) {
  // loomp: parallel assuming(no-alias)
  for (std::size_t i = 2; i + 2 < in.size(); i++) {
    std::array<double, 5> window = {in[i - 2], in[i - 1], in[i], in[i + 1], in[i + 2]};
    std::sort(window.begin(), window.end());
    out[i] = window[2];
  }
}
void sortRows(std::vector<std::vector<int>> &rows) {
  // loomp: parallel
  for (std::size_t i = 0; i < rows.size(); i++)
    std::sort(rows[i].begin(), rows[i].end(), std::greater<>());
}
void clearRows(std::vector<std::vector<int>> &rows) {
  // loomp: parallel
  for (auto &row : rows)
    std::fill(row.begin(), row.end(), 0);
}
void sortBlocks(int *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::sort(a + i * 16, a + i * 16 + 16);
}
void sortOverlapping(int *a, int n) {
  // loomp: not-parallel -- two neighbours share their last and first element
  for (int i = 0; i < n; i++)
    std::sort(a + i * 16, a + i * 16 + 17);
}
void sortFirst(std::vector<std::vector<int>> &rows) {
  // loomp: not-parallel -- all sort the first row
  for (std::size_t i = 0; i < rows.size(); i++)
    std::sort(rows[0].begin(), rows[0].end());
}
void fillFrom(std::vector<std::vector<int>> &rows) {
  // loomp: not-parallel -- a row is filled with what the one before was filled with
  for (std::size_t i = 1; i < rows.size(); i++)
    std::fill(rows[i].begin(), rows[i].end(), rows[i - 1][0]);
}
int calls = 0;
void sortCounting(std::vector<std::vector<int>> &rows) {
  // loomp: not-parallel -- the comparison counts its calls
  for (std::size_t i = 0; i < rows.size(); i++)
    std::sort(rows[i].begin(), rows[i].end(), [](int a, int b) { return ++calls, a < b; });
}
struct Key {
  int value;
  static inline int compared = 0;
  bool operator<(const Key &other) const { return ++compared, value < other.value; }
};
void sortKeys(std::vector<std::vector<Key>> &rows) {
  // loomp: not-parallel -- so does this one
  for (auto &row : rows)
    std::sort(row.begin(), row.end());
}
void windowShared(const std::vector<double> &in, std::vector<double> &out) {
  static double window[3];
  // loomp: not-parallel -- all use one window
  for (std::size_t i = 1; i + 1 < in.size(); i++) {
    std::sort(window, window + 3);
    window[0] = in[i];
    out[i] = window[1];
  }
}
void scaleLists(std::vector<std::list<int>> &lists) {
  // loomp: parallel
  for (std::list<int> &list : lists)
    // loomp: unknown unsupported-loop-form -- the links
    for (int &x : list)
      x = 3 * x + 1;
}
void fromOthers(std::vector<std::list<int>> &lists) {
  // loomp: not-parallel -- reads the list that the iteration before has changed
  for (std::size_t i = 1; i < lists.size(); i++)
    // loomp: not-parallel -- adds up
    for (int x : lists[i - 1])
      lists[i].front() += x;
}
double totals(const std::vector<std::map<int, double>> &books, std::vector<double> &out) {
  double all = 0;
  // loomp: parallel reduction(+:all)
  for (std::size_t i = 0; i < books.size(); i++) {
    double sum = 0;
    // loomp: unknown unsupported-loop-form -- a tree
    for (const auto &[day, price] : books[i])
      sum += day * price;
    all += sum;
  }
  return all;
}
void listOfPointers(std::vector<std::list<int *>> &lists) {
  // loomp: parallel atomic(+:*x)
  for (std::list<int *> &list : lists)
    // loomp: not-parallel -- the links
    for (int *x : list)
      *x += 1;
}
void listOfPointersSet(std::vector<std::list<int *>> &lists, int n) {
  // loomp: not-parallel -- two pointers may be equal
  for (std::list<int *> &list : lists)
    // loomp: not-parallel -- the links
    for (int *x : list)
      *x = n++;
}
void tens(std::array<std::uint8_t, 25> &last) {
  // loomp: parallel
  for (std::uint8_t i = 0; i < 240; i += 10)
    last[i / 10] = i;
}
void tensUpTo250(std::array<std::uint8_t, 25> &last) {
  // loomp: not-parallel -- g++ computes (250 + 9) / 10 in eight bits and runs no iteration
  for (std::uint8_t i = 0; i < 250; i += 10)
    last[i / 10] = i;
}
void allBytes(std::array<int, 256> &count) {
  // loomp: not-parallel -- nor does 127 + 128 fit
  for (signed char i = 127; i > -128; --i)
    count[i + 128] = i;
}
void halfTheBytes(std::array<int, 128> &count) {
  // loomp: parallel
  for (signed char i = 127; i > 0; --i)
    count[i] = i;
}
void tooFar(std::array<std::uint8_t, 8> &last) {
  // loomp: not-parallel -- 0, 100, 200, 44: the index wraps
  for (std::uint8_t i = 0; i < 250; i += 100)
    last[i >> 5] = i;
}
void oneTooFar(std::array<std::uint8_t, 256> &last) {
  // loomp: not-parallel -- 245 + 10 fits, 251 + 10 would not
  for (std::uint8_t i = 1; i < 252; i += 10)
    last[i] = i;
}
void least(const int *a, int n, int *__restrict out) {
  // loomp: parallel
  for (int i = 1; i < n; i++)
    out[i] = std::min({a[i - 1], a[i], a[i + 1]});
}
