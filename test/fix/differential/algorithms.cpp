// RUN: %differential %s
// Algorithms of the library, lists of their own, narrow indices with a step.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <list>
#include <vector>
static std::vector<double> in(4000), out(4000);
static std::vector<std::vector<int>> rows(400);
static std::vector<std::list<int>> lists(400);
static std::array<std::uint8_t, 25> last, lastDown;
static std::array<int, 256> narrow;
void medians() {
  for (std::size_t i = 2; i + 2 < in.size(); i++) {
    std::array<double, 5> window = {in[i - 2], in[i - 1], in[i], in[i + 1], in[i + 2]};
    std::sort(window.begin(), window.end());
    out[i] = window[2];
  }
}
void sortRows() {
  for (auto &row : rows)
    std::sort(row.begin(), row.end());
}
void sortBlocks(int *a, int n) {
  for (int i = 0; i < n; i++)
    std::sort(a + i * 16, a + i * 16 + 16);
}
void scaleLists() {
  for (std::list<int> &list : lists)
    for (int &x : list)
      x = 3 * x + 1;
}
void tens() {
  for (std::uint8_t i = 0; i < 250; i += 10)
    last[i / 10] = i;
}
void tensDown() {
  for (std::int8_t i = 120; i >= -110; i -= 10)
    lastDown[(i + 110) / 10] = static_cast<std::uint8_t>(i);
  for (std::int8_t i = 100; i > -10; i -= 10)
    lastDown[(i + 110) / 10] += static_cast<std::uint8_t>(i);
}
void threes(int n) {
  for (std::uint8_t i = 3; i < 250; i += 3)
    narrow[i] = i * n;
}
int main() {
  long seed = 17;
  auto next = [&] { return static_cast<int>((seed = seed * 48271 % 2147483647) % 1000); };
  for (double &x : in)
    x = next();
  std::vector<int> blocks(1600);
  for (int &x : blocks)
    x = next();
  for (std::size_t r = 0; r < rows.size(); r++)
    for (std::size_t k = 0; k < r % 40; k++)
      rows[r].push_back(next()), lists[r].push_back(next());
  medians();
  sortRows();
  sortBlocks(blocks.data(), 100);
  scaleLists();
  tens();
  tensDown();
  threes(7);
  double sum = 0;
  long k = 0;
  for (double x : out)
    sum += x * static_cast<double>(++k % 19);
  for (int x : blocks)
    sum += x * static_cast<double>(++k % 19);
  for (const auto &row : rows)
    for (int x : row)
      sum += x * static_cast<double>(++k % 19);
  for (const auto &list : lists)
    for (int x : list)
      sum += x * static_cast<double>(++k % 19);
  for (int i = 0; i < 25; i++)
    sum += (i + 1) * last[i] - i * lastDown[i];
  for (int i = 0; i < 256; i++)
    sum += (i + 1) * narrow[i];
  std::printf("%.17g\n", sum);
}
