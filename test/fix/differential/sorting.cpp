// RUN: %differential %s
// Algorithms that rearrange the elements of a row, and the functions that they are given.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>
struct Record {
  int key;
  double value;
};
static int counter = 0;
static bool counting(const Record &a, const Record &b) {
  ++counter;
  return a.value < b.value;
}
static bool byValue(const Record &a, const Record &b) {
  return a.value < b.value || (a.value == b.value && a.key < b.key);
}
int main() {
  const int n = 600;
  std::vector<std::vector<int>> rows(n);
  std::vector<std::vector<Record>> records(n), counted(n);
  std::vector<std::vector<std::string>> names(n);
  std::vector<double> weight(64);
  std::vector<int> blocks(n * 16 + 1), medians(n);
  unsigned seed = 1;
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 8 + i % 5; k++) {
      seed = seed * 1103515245 + 12345;
      const int x = static_cast<int>(seed >> 16) % 64;
      rows[i].push_back(x);
      records[i].push_back({x, x % 7 * 0.5});
      counted[i].push_back({x, x % 7 * 0.5});
      names[i].push_back(std::to_string(x));
      weight[x] = x * 37 % 64;
    }
  for (int i = 0; i < n * 16 + 1; i++)
    blocks[i] = i * 7919 % 1000;
  long compared = 0;
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      compared++;
      return weight[a] < weight[b];
    });
  unsigned trail = 0;
  for (auto &row : rows)
    std::sort(row.begin(), row.end(), [&](int a, int b) {
      trail = 31 * trail + static_cast<unsigned>(a);
      return a % 8 < b % 8;
    });
  for (auto &row : records)
    std::sort(row.begin(), row.end(), byValue);
  for (auto &row : counted)
    std::sort(row.begin(), row.end(), counting);
  for (auto &row : names) {
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
  }
  for (int i = 0; i < n; i++) {
    auto row = rows[i];
    std::nth_element(row.begin(), row.begin() + 3, row.end());
    medians[i] = row[3];
  }
  for (int i = 0; i < n; i++)
    std::sort(blocks.begin() + i * 16, blocks.begin() + i * 16 + 16,
              [](int a, int b) { return a > b; });
  long all = blocks[17];
  for (int i = 0; i < n; i++)
    std::sort(blocks.begin() + i * 16, blocks.begin() + i * 16 + 17);
  for (int i = 0; i < n; i++)
    all = (all % 1000003) * 3 + rows[i][2] + records[i][1].key + static_cast<long>(names[i].size()) +
          medians[i] + blocks[16 * i] + counted[i][0].key;
  std::printf("%ld %ld %u %d\n", all, compared, trail, counter);
}
