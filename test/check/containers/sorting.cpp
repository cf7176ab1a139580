// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Algorithms that rearrange elements, and the functions that they call to compare them.
#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>
struct Record {
  int key;
  double value;
};
struct Swapped {
  int key;
};
int swaps = 0;
void swap(Swapped &a, Swapped &b) {
  swaps++;
  std::swap(a.key, b.key);
}
int counter = 0;
bool byValue(const Record &a, const Record &b) { return a.value < b.value; }
bool counting(const Record &a, const Record &b) {
  ++counter;
  return a.value < b.value;
}
struct ByKey {
  bool operator()(const Record &a, const Record &b) const { return a.key < b.key; }
};
long countsAll(std::vector<std::vector<int>> &rows) {
  long compared = 0;
  // loomp: parallel reduction(+:compared)
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      compared++;
      return a < b;
    });
  return compared;
}
unsigned hashesAll(std::vector<std::vector<int>> &rows) {
  unsigned trail = 0;
  // loomp: not-parallel -- the order of the comparisons
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      trail = 31 * trail + unsigned(a);
      return a < b;
    });
  return trail;
}
void scatters(std::vector<std::vector<int>> &rows, std::vector<int> &out) {
  // loomp: not-parallel -- the number of comparisons is not 1
  for (auto &row : rows) {
    int n = 0;
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      n++;
      return a < b;
    });
    out[n] = 1;
  }
}
int last(std::vector<std::vector<int>> &rows) {
  int seen = 0;
  // loomp: not-parallel -- the last row may have no elements
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      seen = a;
      return a < b;
    });
  return seen;
}
void records(std::vector<std::vector<Record>> &rows) {
  // loomp: parallel
  for (auto &row : rows)
    std::sort(row.begin(), row.end(),
              [](const Record &a, const Record &b) { return a.value < b.value; });
  // loomp: parallel
  for (auto &row : rows)
    std::stable_sort(row.begin(), row.end(), byValue);
  // loomp: parallel
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), ByKey());
  // loomp: not-parallel -- counts comparisons
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), counting);
}
void swapsLoudly(std::vector<std::vector<Swapped>> &rows) {
  // loomp: not-parallel -- their swap counts
  for (auto &row : rows)
    std::sort(row.begin(), row.end(),
              [](const Swapped &a, const Swapped &b) { return a.key < b.key; });
}
void unknownFunction(std::vector<std::vector<int>> &rows,
                     const std::function<bool(int, int)> &less) {
  // loomp: not-parallel -- may do anything
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), less);
}
void strings(std::vector<std::vector<std::string>> &rows) {
  // loomp: parallel
  for (auto &row : rows)
    std::sort(row.begin(), row.end());
}
void pairs(std::vector<std::vector<std::pair<int, double>>> &rows) {
  // loomp: parallel
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [](auto &a, auto &b) { return a.second > b.second; });
}
void blocks(std::vector<int> &v) {
  const int n = int(v.size()) / 64;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::sort(v.begin() + i * 64, v.begin() + (i + 1) * 64, [](int a, int b) { return a > b; });
}
void overlappingBlocks(std::vector<int> &v) {
  const int n = int(v.size()) / 64;
  // loomp: not-parallel -- each block begins with the last element of the one before
  for (int i = 0; i + 1 < n; i++)
    std::sort(v.begin() + i * 64, v.begin() + (i + 1) * 64 + 1, [](int a, int b) { return a > b; });
}
void byTable(std::vector<std::vector<int>> &rows, const std::vector<double> &weight) {
  // loomp: parallel
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) { return weight[a] < weight[b]; });
}
void byChangingTable(std::vector<std::vector<int>> &rows, std::vector<double> &weight) {
  // loomp: not-parallel -- the comparison reads what other iterations write
  for (std::size_t i = 0; i < rows.size(); i++) {
    auto &row = rows[i];
    weight[i] = 0;
    std::sort(row.begin(), row.end(), [&](int a, int b) { return weight[a] < weight[b]; });
  }
}
void unique(std::vector<std::vector<int>> &rows) {
  // loomp: parallel
  for (auto &row : rows) {
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
  }
}
void medians(const std::vector<std::vector<int>> &rows, std::vector<double> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < rows.size(); i++) {
    auto row = rows[i];
    std::nth_element(row.begin(), row.begin() + row.size() / 2, row.end());
    out[i] = row[row.size() / 2];
  }
}
void mediansInPlace(std::vector<int> &v, std::vector<double> &out) {
  // loomp: parallel assuming(no-dependence) -- only where v has no elements
  for (std::size_t i = 0; i < out.size(); i++) {
    std::nth_element(v.begin(), v.begin() + i, v.end());
    out[i] = v[i];
  }
}
