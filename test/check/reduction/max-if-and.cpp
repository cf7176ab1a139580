// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A comparison among other conditions.
#include <vector>

int longest(const std::vector<int> &height, const std::vector<int> &length, int i) {
  int best = 1;
  // loomp: parallel reduction(max:best)
  for (int j = 0; j < i; j++)
    if (height[j] < height[i] && length[j] + 1 > best)
      best = length[j] + 1;
  return best;
}

int behindTheComparison(const int (&a)[100], const int (&b)[100]) {
  int best = 0;
  // loomp: parallel reduction(max:best)
  for (int j = 0; j < 100; j++)
    if (a[j] > best && b[j] < 7)
      best = a[j];
  return best;
}

int behindTheComparisonPastTheEnd(const int *a, const int *b, int n) {
  int best = 0;
  // loomp: not-parallel speculative-evaluation -- b may end where no a is a new maximum
  for (int j = 0; j < n; j++)
    if (a[j] > best && b[j] < 7)
      best = a[j];
  return best;
}

int counted = 0;
int behindTheComparisonCounts(const int (&a)[100]) {
  int best = 0;
  // loomp: not-parallel -- counts the records
  for (int j = 0; j < 100; j++)
    if (a[j] > best && counted++ < 7)
      best = a[j];
  return best;
}

int either(const int (&a)[100], const int (&b)[100]) {
  int best = 0;
  // loomp: not-parallel -- b[j] < 7 lets a smaller a[j] in
  for (int j = 0; j < 100; j++)
    if (a[j] > best || b[j] < 7)
      best = a[j];
  return best;
}

int bestInBothOperands(const int (&a)[100]) {
  int best = 0;
  // loomp: not-parallel -- best decides twice
  for (int j = 0; j < 100; j++)
    if (best < 50 && a[j] > best)
      best = a[j];
  return best;
}
