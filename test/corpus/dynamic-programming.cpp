//===- dynamic-programming.cpp - tables filled from smaller problems ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Alignment, packing, counting, parsing and decoding by tables. The loop over the size of the
// problem is nearly always serial; whether the loops below it are depends on which neighbours an
// entry is computed from, and on whether rows are kept, rolled or updated in place.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using Table = std::vector<std::vector<int>>;

// Packing: the best value with the first i items and capacity c.
void packItems(Table &best, const std::vector<std::pair<int, int>> &items, int capacity) {
  // truth: serial carried-flow-dependence -- i=2 reads row 1, which i=1 wrote
  for (std::size_t i = 1; i <= items.size(); i++) {
    const auto [weight, value] = items[i - 1];
    std::vector<int> &row = best[i];
    const std::vector<int> &previous = best[i - 1];
    // truth: parallel -- row and previous are different elements of best
    for (int c = 0; c <= capacity; c++)
      row[c] = c < weight ? previous[c] : std::max(previous[c], previous[c - weight] + value);
  }
}

// Any number of coins of 5: ascending, so that a coin may be used again.
void addFives(std::vector<long> &ways, int target) {
  // truth: serial carried-flow-dependence -- s=10 reads ways[5], which s=5 wrote
  for (int s = 5; s <= target; s++)
    ways[s] += ways[s - 5];
}

// At most one coin of 5: descending.
void addOneFive(std::vector<long> &ways, int target) {
  // truth: serial carried-anti-dependence -- s=10 reads ways[5], which s=5 overwrites later
  for (int s = target; s >= 5; s--)
    ways[s] += ways[s - 5];
}

// At most one coin of 5, into a new table.
std::vector<long> withOneFive(const std::vector<long> &ways, int target) {
  std::vector<long> more(target + 1);
  // truth: parallel
  for (int s = 0; s <= target; s++)
    more[s] = s < 5 ? ways[s] : ways[s] + ways[s - 5];
  return more;
}

class Aligner {
public:
  Aligner(std::string left, std::string right)
      : left_(std::move(left)), right_(std::move(right)),
        table_(left_.size() + 1, std::vector<int>(right_.size() + 1)) {}

  int commonSubsequence() {
    const int rows = static_cast<int>(left_.size()), columns = static_cast<int>(right_.size());
    // truth: serial carried-flow-dependence -- i=2 reads row 1, which i=1 wrote
    for (int i = 1; i <= rows; i++)
      // truth: serial carried-flow-dependence -- j=2 reads table_[i][1], which j=1 wrote
      for (int j = 1; j <= columns; j++)
        table_[i][j] = left_[i - 1] == right_[j - 1] ? table_[i - 1][j - 1] + 1
                                                     : std::max(table_[i - 1][j], table_[i][j - 1]);
    return table_[rows][columns];
  }

  // The same by diagonals: an entry needs entries of the two diagonals before only.
  int commonSubsequenceByDiagonals() {
    const int rows = static_cast<int>(left_.size()), columns = static_cast<int>(right_.size());
    // truth: serial carried-flow-dependence -- d=3 reads table_[1][1], which d=2 wrote
    for (int d = 2; d <= rows + columns; d++) {
      const int first = std::max(1, d - columns), last = std::min(rows, d - 1);
      // truth: parallel
      for (int i = first; i <= last; i++) {
        const int j = d - i;
        table_[i][j] = left_[i - 1] == right_[j - 1] ? table_[i - 1][j - 1] + 1
                                                     : std::max(table_[i - 1][j], table_[i][j - 1]);
      }
    }
    return table_[rows][columns];
  }

  // Walks back through the table.
  std::string trace() const {
    std::string common;
    std::size_t i = left_.size(), j = right_.size();
    // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- i and j come from the step before
    while (i > 0 && j > 0) {
      if (left_[i - 1] == right_[j - 1]) {
        common += left_[i - 1];
        i--;
        j--;
      } else if (table_[i - 1][j] >= table_[i][j - 1]) {
        i--;
      } else {
        j--;
      }
    }
    return common;
  }

private:
  std::string left_, right_;
  Table table_;
};

// Edit distance with two rows.
int editDistance(const char *a, int m, const char *b, int n) {
  std::vector<int> previous(n + 1), current(n + 1);
  // truth: parallel
  for (int j = 0; j <= n; j++)
    previous[j] = j;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=2 reads the row of i=1, reuses the other
  for (int i = 1; i <= m; i++) {
    current[0] = i;
    // truth: serial carried-flow-dependence -- j=2 reads current[1], which j=1 wrote
    for (int j = 1; j <= n; j++)
      current[j] = std::min(
          {previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    std::swap(previous, current);
  }
  return previous[n];
}

// The cheapest way down a cost grid, stepping straight or diagonally; two rows, by parity.
long cheapestDescent(const std::vector<std::array<int, 66>> &cost) {
  long best[2][66] = {};
  const int rows = static_cast<int>(cost.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- r=1 reads best[0] of r=0
  for (int r = 0; r < rows; r++)
    // truth: parallel -- row r & 1 is written, row ~r & 1 is read
    for (int c = 1; c < 65; c++)
      best[r & 1][c] =
          cost[r][c] + std::min({best[~r & 1][c - 1], best[~r & 1][c], best[~r & 1][c + 1]});
  long least = best[(rows - 1) & 1][1];
  // truth: parallel -- reduction(min : least)
  for (int c = 2; c < 65; c++)
    least = std::min(least, best[(rows - 1) & 1][c]);
  return least;
}

// The order of a chain of matrix products: intervals by length.
long chainByLength(const std::vector<int> &size) {
  const int n = static_cast<int>(size.size()) - 1;
  static long cost[64][64];
  // truth: parallel
  for (int i = 0; i < n; i++)
    cost[i][i] = 0;
  // truth: serial carried-flow-dependence -- length=2 reads cost[0][1], which length=1 wrote
  for (int length = 1; length < n; length++)
    // truth: parallel -- only shorter intervals are read
    for (int i = 0; i < n - length; i++) {
      const int j = i + length;
      long best = cost[i][i] + cost[i + 1][j] + 1L * size[i] * size[i + 1] * size[j + 1];
      // truth: parallel -- reduction(min : best)
      for (int k = i + 1; k < j; k++)
        best =
            std::min(best, cost[i][k] + cost[k + 1][j] + 1L * size[i] * size[k + 1] * size[j + 1]);
      cost[i][j] = best;
    }
  return cost[0][n - 1];
}

// The same with the intervals ordered by their ends.
long chainByRows(const std::vector<int> &size) {
  const int n = static_cast<int>(size.size()) - 1;
  static long cost[64][64];
  // truth: serial carried-flow-dependence -- i=n-3 reads cost[n-2][n-1], which i=n-2 wrote
  for (int i = n - 1; i >= 0; i--) {
    cost[i][i] = 0;
    // truth: serial carried-flow-dependence -- j=i+2 reads cost[i][i+1], which j=i+1 wrote
    for (int j = i + 1; j < n; j++) {
      long best = cost[i + 1][j] + 1L * size[i] * size[i + 1] * size[j + 1];
      // truth: parallel -- reduction(min : best)
      for (int k = i + 1; k < j; k++)
        best =
            std::min(best, cost[i][k] + cost[k + 1][j] + 1L * size[i] * size[k + 1] * size[j + 1]);
      cost[i][j] = best;
    }
  }
  return cost[0][n - 1];
}

// Longest rising subsequence, and how it is linked.
int longestRise(const std::vector<int> &heights, std::vector<int> &length) {
  const int n = static_cast<int>(heights.size());
  int longest = 0;
  // truth: serial carried-flow-dependence -- i=1 reads length[0], which i=0 wrote
  for (int i = 0; i < n; i++) {
    int best = 1;
    // truth: parallel -- reduction(max : best)
    for (int j = 0; j < i; j++)
      if (heights[j] < heights[i] && length[j] + 1 > best)
        best = length[j] + 1;
    length[i] = best;
    longest = std::max(longest, best);
  }
  return longest;
}

// The largest sum of neighbours, and the largest single element.
std::pair<int, int> largestRun(const int *gains, int n) {
  int here = 0, best = 0, single = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i=1 continues the run of i=0
  for (int i = 0; i < n; i++) {
    here = std::max(0, here + gains[i]);
    best = std::max(best, here);
  }
  // truth: parallel -- reduction(max : single)
  for (int i = 0; i < n; i++)
    single = std::max(single, gains[i]);
  return {best, single};
}

// Viterbi decoding in scores: the most likely last state.
struct Model {
  static constexpr int States = 48;
  double move[States][States];
  double emit[States][8];
};

int decode(const Model &model, const std::vector<std::uint8_t> &seen) {
  std::array<double, Model::States> score{}, next{};
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- the next symbol reads score, overwrites next
  for (std::uint8_t symbol : seen) {
    // truth: parallel
    for (int to = 0; to < Model::States; to++) {
      double best = score[0] + model.move[0][to];
      // truth: parallel -- reduction(max : best)
      for (int from = 1; from < Model::States; from++)
        best = std::max(best, score[from] + model.move[from][to]);
      next[to] = best + model.emit[to][symbol & 7];
    }
    score = next;
  }
  int winner = 0;
  // truth: parallel -- an arg-max in which the first of equals wins
  for (int s = 1; s < Model::States; s++)
    if (score[s] > score[winner])
      winner = s;
  return winner;
}

// Pascal's triangle in one row, and its wrong-way twin, which sums the row up instead.
void pascalRow(std::uint64_t *row, int n) {
  // truth: serial carried-anti-dependence -- j=2 reads row[1], which j=1 overwrites later
  for (int j = n; j > 0; j--)
    row[j] += row[j - 1];
}

void prefixRow(std::uint64_t *row, int n) {
  // truth: serial carried-flow-dependence -- j=2 reads row[1], which j=1 wrote
  for (int j = 1; j <= n; j++)
    row[j] += row[j - 1];
}

void nextPascalRow(const std::array<std::uint64_t, 512> &row, std::uint64_t *next, int n) {
  // truth: parallel -- if next .. next + n does not overlap with row
  for (int j = 1; j <= n; j++)
    next[j] = row[j] + row[j - 1];
}

// Which sums of the items can be made? A byte per sum, then a bit per sum.
std::vector<char> reachableBytes(const std::vector<char> &before, std::size_t item) {
  std::vector<char> after(before);
  // truth: parallel
  for (std::size_t s = item; s < before.size(); s++)
    after[s] = before[s] | before[s - item];
  return after;
}

std::vector<bool> reachableBits(const std::vector<bool> &before, std::size_t item) {
  std::vector<bool> after(before);
  // truth: serial shared-bytes -- s=item and s=item+1 write bits of one word of after
  for (std::size_t s = item; s < before.size(); s++)
    after[s] = before[s] || before[s - item];
  return after;
}

// Steps to 1 of the 3n+1 rule, with and without a table of known answers.
static int known[2048];

static int stepsWithTable(std::uint32_t start) {
  std::uint32_t n = start;
  int count = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- n comes from the step before
  while (n != 1 && (n >= 2048 || known[n] == 0)) {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    count++;
  }
  count += known[n];
  if (start < 2048)
    known[start] = count;
  return count;
}

static int steps(std::uint32_t n) {
  int count = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- n comes from the step before
  while (n != 1) {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    count++;
  }
  return count;
}

void allSteps(int *out, int n) {
  // truth: parallel
  for (int i = 1; i < n; i++)
    out[i] = steps(i);
}

void allStepsWithTable(int *out, int n) {
  // truth: serial hidden-state|carried-flow-dependence|carried-anti-dependence -- i=4 reads known[2], which i=2 wrote
  for (int i = 1; i < n; i++)
    out[i] = stepsWithTable(i);
}

int main() {
  std::vector<std::pair<int, int>> items = {{12, 24}, {7, 13}, {11, 23}, {8, 15}, {9, 16}, {3, 5}};
  Table best(7, std::vector<int>(2001));
  packItems(best, items, 2000);
  corpus::print("packItems", best[6][26], corpus::sum(best));

  std::vector<long> ways(301, 1);
  addFives(ways, 300);
  corpus::print("addFives", corpus::sum(ways));
  addOneFive(ways, 300);
  corpus::print("addOneFive", corpus::sum(ways));
  corpus::print("withOneFive", corpus::sum(withOneFive(ways, 300)));

  std::string left(90, 'a'), right(70, 'a');
  corpus::fill(left, 1);
  corpus::fill(right, 2);
  left.replace(10, 20, right, 30, 20);
  Aligner aligner(left, right), diagonal(left, right);
  int byRows = aligner.commonSubsequence(), byDiagonals = diagonal.commonSubsequenceByDiagonals();
  corpus::print("Aligner", byRows, byDiagonals, corpus::sum(aligner.trace()),
                corpus::sum(diagonal.trace()));
  corpus::print("editDistance", editDistance(left.data(), 90, right.data(), 70));

  std::vector<std::array<int, 66>> costs(80);
  corpus::fill(costs, 3);
  corpus::print("cheapestDescent", cheapestDescent(costs));
  auto sizes = corpus::integers<int>(61, 4, 1, 60);
  corpus::print("chain", chainByLength(sizes), chainByRows(sizes));

  auto heights = corpus::numbers<int>(1500, 5);
  std::vector<int> length(1500);
  int longest = longestRise(heights, length);
  corpus::print("longestRise", longest, corpus::sum(length));
  auto [run, single] = largestRun(heights.data(), 1500);
  corpus::print("largestRun", run, single);

  static Model model;
  corpus::fill(model.move, 6);
  corpus::fill(model.emit, 7);
  auto seen = corpus::numbers<std::uint8_t>(60, 8);
  corpus::print("decode", decode(model, seen));

  std::array<std::uint64_t, 512> row{1, 4, 6, 4, 1};
  pascalRow(row.data(), 511);
  corpus::print("pascalRow", corpus::sum(row));
  prefixRow(row.data(), 511);
  corpus::print("prefixRow", corpus::sum(row));
  std::array<std::uint64_t, 512> next{};
  nextPascalRow(row, next.data(), 511);
  corpus::print("nextPascalRow", corpus::sum(next));
  nextPascalRow(row, row.data(), 511);
  corpus::print("nextPascalRow in place", corpus::sum(row));

  std::vector<char> bytes(4000);
  std::vector<bool> bits(4000);
  bytes[0] = bytes[17] = bytes[300] = 1;
  bits[0] = bits[17] = bits[300] = true;
  corpus::print("reachable", corpus::sum(reachableBytes(reachableBytes(bytes, 40), 1)),
                corpus::sum(reachableBits(reachableBits(bits, 40), 1)));

  std::vector<int> first(3000), second(3000);
  allSteps(first.data(), 3000);
  allStepsWithTable(second.data(), 3000);
  corpus::print("steps", corpus::sum(first), corpus::sum(second), corpus::sum(known));
}
