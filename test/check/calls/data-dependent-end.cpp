// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// An inner loop that ends by data, but at a constant at the latest: what it touches has a bound.
#include <cstddef>
#include <vector>
static void sortBlock(int *block) {
  // loomp: not-parallel -- insertion
  for (int i = 1; i < 16; ++i) {
    int x = block[i], j = i;
    // loomp: not-parallel -- ends by data
    while (j > 0 && block[j - 1] > x) {
      block[j] = block[j - 1];
      --j;
    }
    block[j] = x;
  }
}
void sortBlocks(std::vector<int> &v) {
  // loomp: parallel -- block[0..15] only
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    sortBlock(&v[16 * b]);
}
void sortOverlapping(std::vector<int> &v) {
  // loomp: not-parallel -- halves are shared
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    sortBlock(&v[8 * b]);
}
static void below(int *block, int start) {
  int j = start;
  // loomp: not-parallel -- ends by data
  while (j > 0 && block[j] > 3)
    --j;
  block[j] = 7;
}
void fromInside(std::vector<int> &v) {
  // loomp: parallel -- block[0..15] only
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    below(&v[16 * b], 15);
}
void fromAnywhere(std::vector<int> &v, int start) {
  // loomp: not-parallel -- a start below 0 is where it ends
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    below(&v[16 * b], start);
}
static void above(int *block, int bound) {
  int j = 0;
  // loomp: not-parallel -- ends by data
  while (j < 12 && block[j] > bound)
    j += 4;
  block[j] = 7;
}
void upwards(std::vector<int> &v, int bound) {
  // loomp: parallel -- block[0], [4], [8] or [12]
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    above(&v[16 * b], bound);
  // loomp: not-parallel -- block[12] is the first of the next but none
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    above(&v[12 * b], bound);
}
static void past(int *block, int bound) {
  int j = 0;
  // loomp: not-parallel -- ends by data
  while (j <= 12 && block[j] > bound)
    j += 4;
  block[j] = 7;
}
void oneStepFurther(std::vector<int> &v, int bound) {
  // loomp: not-parallel -- block[16] is the first of the next one
  for (std::size_t b = 0; b < v.size() / 16; ++b)
    past(&v[16 * b], bound);
}
