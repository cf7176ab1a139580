//===- sorting.cpp - exchanges, merges, counts and partitions -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race --may-find-more
//
// The passes that sorting algorithms are made of. Passes that exchange disjoint pairs, count, rank
// or gather are parallel; passes in which an element can travel, or in which the next free place
// depends on what came before, are not.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

void bubbleSort(int *a, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- last=n-2 exchanges what last=n-1 left
  for (int last = n - 1; last > 0; last--)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- j=1 reads a[1], which j=0 wrote
    for (int j = 0; j < last; j++)
      if (a[j] > a[j + 1])
        std::swap(a[j], a[j + 1]);
}

// Neighbours in pairs, even pairs and odd pairs by turns, until nothing is exchanged.
int transpositionSort(std::vector<int> &a) {
  const int n = static_cast<int>(a.size());
  bool exchanged[2] = {true, true};
  int phase = 0;
  // truth: serial carried-flow-dependence|early-exit|non-canonical-loop|unsupported-loop-form -- phase 1 exchanges what phase 0 left
  while (exchanged[0] || exchanged[1]) {
    bool any = false;
    // truth: parallel -- pairs do not touch; reduction(|| : any)
    for (int j = phase & 1; j < n - 1; j += 2)
      if (a[j] > a[j + 1]) {
        std::swap(a[j], a[j + 1]);
        any = true;
      }
    exchanged[phase & 1] = any;
    phase++;
  }
  return phase;
}

// Enumeration: the rank of an element is the number of elements that go before it.
void rankSort(const std::vector<double> &keys, std::vector<int> &rank, std::vector<double> &out) {
  const int n = static_cast<int>(keys.size());
  // truth: parallel
  for (int i = 0; i < n; i++) {
    int before = 0;
    // truth: parallel -- reduction(+ : before)
    for (int j = 0; j < n; j++)
      before += keys[j] < keys[i] || (keys[j] == keys[i] && j < i);
    rank[i] = before;
  }
  // truth: parallel -- if the ranks are all different, and out is not keys
  for (int i = 0; i < n; i++)
    out[rank[i]] = keys[i];
}

// Counting sort of bytes: count, add up, place.
void countingSort(const std::vector<std::uint8_t> &keys, std::vector<std::uint8_t> &out) {
  std::array<std::size_t, 257> start{};
  // truth: parallel -- an array reduction, or atomic updates
  for (std::uint8_t key : keys)
    start[key + 1]++;
  // truth: serial carried-flow-dependence -- k=2 reads start[1], which k=1 wrote
  for (int k = 1; k < 257; k++)
    start[k] += start[k - 1];
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- keys
  for (std::uint8_t key : keys)
    out[start[key]++] = key;
}

// Counts per block of 512 keys, as the first pass of a parallel radix sort has them.
void countBlocks(const std::uint32_t *keys, int shift, std::vector<std::array<int, 256>> &counts) {
  const int blocks = static_cast<int>(counts.size());
  // truth: parallel -- each block has its own row; if keys and the rows do not overlap
  for (int b = 0; b < blocks; b++) {
    counts[b].fill(0);
    // truth: parallel -- an array reduction, or atomic updates; if keys and the row do not overlap
    for (int k = 0; k < 512; k++)
      counts[b][(keys[b * 512 + k] >> shift) & 255]++;
  }
}

void digits(const std::uint32_t *keys, std::uint8_t *digit, int n, int shift) {
  // truth: parallel -- if keys and digit do not overlap
  for (int i = 0; i < n; i++)
    digit[i] = static_cast<std::uint8_t>(keys[i] >> shift);
}

// Two sorted runs into one. The tails need no comparison.
static void mergeRuns(const long *a, int m, const long *b, int n, long *out) {
  int i = 0, j = 0, k = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|unsupported-loop-form -- i and j come from the step before
  while (i < m && j < n)
    out[k++] = b[j] < a[i] ? b[j++] : a[i++];
  // truth: parallel -- element k + x gets a[i + x]; if the ranges do not overlap
  while (i < m)
    out[k++] = a[i++];
  // truth: parallel -- element k + x gets b[j + x]; if the ranges do not overlap
  while (j < n)
    out[k++] = b[j++];
}

void mergeSort(std::vector<long> &values) {
  const int n = static_cast<int>(values.size());
  std::vector<long> other(values.size());
  long *from = values.data(), *to = other.data();
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence|non-canonical-loop -- width 2 merges the runs of width 1
  for (int width = 1; width < n; width *= 2) {
    // truth: parallel -- a merge reads and writes elements left .. left + 2 * width only
    for (int left = 0; left < n; left += 2 * width) {
      const int middle = std::min(left + width, n), right = std::min(left + 2 * width, n);
      mergeRuns(from + left, middle - left, from + middle, right - middle, to + left);
    }
    std::swap(from, to);
  }
  if (from != values.data())
    std::copy(from, from + n, to);
}

// Lomuto's partition, and the count that tells where the pivot will go.
int partition(float *a, int n) {
  const float pivot = a[n - 1];
  int small = 0;
  // truth: serial carried-flow-dependence|carried-output-dependence -- j=1 uses the small of j=0
  for (int j = 0; j < n - 1; j++)
    if (a[j] < pivot) {
      std::swap(a[small], a[j]);
      small++;
    }
  std::swap(a[small], a[n - 1]);
  return small;
}

int countSmaller(const float *a, int n) {
  const float pivot = a[n - 1];
  int small = 0;
  // truth: parallel -- reduction(+ : small)
  for (int j = 0; j < n - 1; j++)
    if (a[j] < pivot)
      small++;
  return small;
}

void insertionSort(std::vector<short> &a) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=2 inserts into what i=1 sorted
  for (std::size_t i = 1; i < a.size(); i++) {
    const short moving = a[i];
    std::size_t hole = i;
    // truth: serial early-exit|carried-flow-dependence|carried-anti-dependence|non-canonical-loop|unsupported-loop-form -- hole moves on
    while (hole > 0 && a[hole - 1] > moving) {
      a[hole] = a[hole - 1];
      hole--;
    }
    a[hole] = moving;
  }
}

// One pass of Shell's sort over sixteen interleaved chains: chain by chain, and in one sweep.
void sortChains(int *a, int n) {
  // truth: parallel -- chain s has the elements s, s + 16, s + 32 ...
  for (int s = 0; s < 16; s++)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i inserts into what i-16 sorted
    for (int i = s + 16; i < n; i += 16) {
      const int moving = a[i];
      int hole = i;
      // truth: serial early-exit|carried-flow-dependence|carried-anti-dependence|non-canonical-loop|unsupported-loop-form -- hole moves on
      while (hole >= 16 && a[hole - 16] > moving) {
        a[hole] = a[hole - 16];
        hole -= 16;
      }
      a[hole] = moving;
    }
}

void sweepChains(int *a, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=32 inserts into what i=16 sorted
  for (int i = 16; i < n; i++) {
    const int moving = a[i];
    int hole = i;
    // truth: serial early-exit|carried-flow-dependence|carried-anti-dependence|non-canonical-loop|unsupported-loop-form -- hole moves on
    while (hole >= 16 && a[hole - 16] > moving) {
      a[hole] = a[hole - 16];
      hole -= 16;
    }
    a[hole] = moving;
  }
}

// The exchange pass of a bitonic sort, and the same with a sum where the exclusive or belongs.
void bitonicPass(std::uint32_t *a, unsigned n, unsigned stage, unsigned step) {
  // truth: parallel -- i and i ^ step are a pair, and only the smaller of the two exchanges
  for (unsigned i = 0; i < n; i++) {
    const unsigned partner = i ^ step;
    if (partner > i && (a[i] > a[partner]) == ((i & stage) == 0))
      std::swap(a[i], a[partner]);
  }
}

void combPass(std::uint32_t *a, unsigned n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=0 and i=8 both exchange a[8]
  for (unsigned i = 0; i < n - 8; i++) {
    const unsigned partner = i + 8;
    if (a[i] > a[partner])
      std::swap(a[i], a[partner]);
  }
}

bool isSorted(const int *a, int n) {
  // truth: serial early-exit -- pairs after the first wrong one are not compared
  for (int i = 0; i + 1 < n; i++)
    if (a[i] > a[i + 1])
      return false;
  return true;
}

bool isSortedThroughout(const int *a, int n) {
  bool sorted = true;
  // truth: parallel -- reduction(&& : sorted)
  for (int i = 0; i + 1 < n; i++)
    sorted = a[i] <= a[i + 1] && sorted;
  return sorted;
}

void reverse(int *a, int n) {
  // truth: parallel -- the first half exchanges with the second
  for (int i = 0; i < n / 2; i++)
    std::swap(a[i], a[n - 1 - i]);
}

void rotate(int *a, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=0 and i=1 both exchange a[1]
  for (int i = 0; i < n - 1; i++)
    std::swap(a[i], a[i + 1]);
}

// Sorted values without repetition.
int unique(const std::vector<int> &sorted, std::vector<int> &kept) {
  int count = 0;
  // truth: serial carried-flow-dependence -- the place of i=1 depends on whether i=0 was kept
  for (std::size_t i = 0; i < sorted.size(); i++)
    if (i == 0 || sorted[i] != sorted[i - 1])
      kept[count++] = sorted[i];
  return count;
}

void markUnique(const std::vector<int> &sorted, std::vector<char> &kept) {
  // truth: parallel
  for (std::size_t i = 0; i < sorted.size(); i++)
    kept[i] = i == 0 || sorted[i] != sorted[i - 1];
}

// A round of a tournament: winners to a new list, and to the front of the same list.
void playRound(const int *players, int *winners, int pairs) {
  // truth: parallel -- if players and winners do not overlap
  for (int p = 0; p < pairs; p++)
    winners[p] = std::max(players[2 * p], players[2 * p + 1]);
}

void playRoundInPlace(int *players, int pairs) {
  // truth: serial carried-anti-dependence -- p=0 reads players[1] before p=1 writes it
  for (int p = 0; p < pairs; p++)
    players[p] = std::max(players[2 * p], players[2 * p + 1]);
}

// Buckets: filling them is serial, sorting them is not.
long bucketSort(const std::vector<int> &values, std::vector<std::vector<int>> &buckets) {
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call -- values 0 and 1 may go to one bucket
  for (int value : values)
    buckets[value >> 4].push_back(value);
  long comparisons = 0;
  // truth: parallel -- reduction(+ : comparisons), whose lambda stands in the loop
  for (auto &bucket : buckets)
    std::sort(bucket.begin(), bucket.end(), [&](int a, int b) {
      comparisons++;
      return a < b;
    });
  return comparisons;
}

// The order of the comparisons goes into a hash.
unsigned bucketSortTraced(std::vector<std::vector<int>> &buckets) {
  unsigned trail = 0;
  auto descending = [&trail](int a, int b) {
    trail = 31 * trail + static_cast<unsigned>(a);
    return a > b;
  };
  // truth: serial role-not-lexical|hidden-state|carried-flow-dependence -- bucket 1 goes on with the trail of bucket 0
  for (auto &bucket : buckets)
    std::sort(bucket.begin(), bucket.end(), descending);
  return trail;
}

int main() {
  auto small = corpus::numbers<int>(300, 1);
  bubbleSort(small.data(), 300);
  corpus::print("bubbleSort", corpus::sum(small), isSorted(small.data(), 300));
  auto pairs = corpus::numbers<int>(300, 2);
  int phases = transpositionSort(pairs);
  corpus::print("transpositionSort", phases, corpus::sum(pairs));

  auto keys = corpus::numbers<double>(900, 3);
  std::vector<int> rank(900);
  std::vector<double> ranked(900);
  rankSort(keys, rank, ranked);
  corpus::print("rankSort", corpus::sum(rank), corpus::sum(ranked));

  auto bytes = corpus::integers<std::uint8_t>(20000, 4, 0, 255);
  std::vector<std::uint8_t> sortedBytes(20000);
  countingSort(bytes, sortedBytes);
  corpus::print("countingSort", corpus::sum(sortedBytes));
  auto words = corpus::integers<std::uint32_t>(8192, 5, 0, 0xffffffff);
  std::vector<std::array<int, 256>> counts(16);
  countBlocks(words.data(), 8, counts);
  corpus::print("countBlocks", corpus::sum(counts));
  digits(words.data(), sortedBytes.data(), 8192, 16);
  corpus::print("digits", corpus::sum(sortedBytes));

  auto values = corpus::integers<long>(5000, 6, -100000, 100000);
  mergeSort(values);
  corpus::print("mergeSort", corpus::sum(values));
  auto floats = corpus::numbers<float>(3000, 7);
  int smaller = countSmaller(floats.data(), 3000), place = partition(floats.data(), 3000);
  corpus::print("partition", smaller, place, corpus::sum(floats));
  auto shorts = corpus::numbers<short>(400, 8);
  insertionSort(shorts);
  corpus::print("insertionSort", corpus::sum(shorts));

  auto chains = corpus::numbers<int>(2000, 9), swept = chains;
  sortChains(chains.data(), 2000);
  sweepChains(swept.data(), 2000);
  corpus::print("chains", corpus::sum(chains), corpus::sum(swept));
  bitonicPass(words.data(), 8192, 2, 1);
  bitonicPass(words.data(), 8192, 4, 2);
  corpus::print("bitonicPass", corpus::sum(words));
  combPass(words.data(), 8192);
  corpus::print("combPass", corpus::sum(words));

  auto numbers = corpus::numbers<int>(4001, 10);
  corpus::print("isSorted", isSorted(numbers.data(), 4001), isSortedThroughout(small.data(), 300),
                isSortedThroughout(numbers.data(), 4001));
  reverse(numbers.data(), 4001);
  corpus::print("reverse", corpus::sum(numbers));
  rotate(numbers.data(), 4001);
  corpus::print("rotate", corpus::sum(numbers));

  std::vector<int> kept(300);
  std::vector<char> marks(300);
  int different = unique(small, kept);
  markUnique(small, marks);
  corpus::print("unique", different, corpus::sum(kept), corpus::sum(marks));
  std::vector<int> winners(2000);
  playRound(numbers.data(), winners.data(), 2000);
  corpus::print("playRound", corpus::sum(winners));
  playRoundInPlace(numbers.data(), 2000);
  corpus::print("playRoundInPlace", corpus::sum(numbers));

  auto loads = corpus::integers<int>(4000, 11, 0, 1023);
  std::vector<std::vector<int>> buckets(64);
  long first = bucketSort(loads, buckets);
  corpus::print("bucketSort", first, corpus::sum(buckets));
  unsigned trail = bucketSortTraced(buckets);
  corpus::print("bucketSortTraced", trail, corpus::sum(buckets));
}
