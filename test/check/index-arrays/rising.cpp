// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
using Bytes = std::vector<unsigned char>;
void counted(std::vector<double> &v, const Bytes &count, int n) {
  std::vector<int> start(n + 1);
  start[0] = 0;
  // loomp: serial carried-flow-dependence -- each start reads the one before
  for (int i = 0; i < n; i++)
    start[i + 1] = start[i] + count[i];
  // loomp: parallel -- start never falls, so that rows are apart
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = start[i]; k < start[i + 1]; k++)
      v[k] *= i;
  // loomp: not-parallel -- with count[0] = 0, start[0] is start[1]
  for (int i = 0; i < n; i++)
    v[start[i]] = i;
  // loomp: parallel atomic(*:v) -- k=start[i+1] belongs to row i + 1, too
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = start[i]; k <= start[i + 1]; k++)
      v[k] *= i;
}
void strictly(std::vector<double> &v, const Bytes &count, int n) {
  std::vector<int> start(n + 1);
  // loomp: serial carried-flow-dependence -- each start reads the one before
  for (int i = 0; i < n; i++)
    start[i + 1] = start[i] + count[i] + 1;
  // loomp: parallel -- no two starts are equal
  for (int i = 0; i < n; i++)
    v[start[i]] = i;
}
void falling(std::vector<double> &v, const std::vector<signed char> &count, int n) {
  std::vector<int> start(n + 1);
  // loomp: serial carried-flow-dependence -- each start reads the one before
  for (int i = 0; i < n; i++)
    start[i + 1] = start[i] + count[i];
  // loomp: parallel atomic(*:v) -- counts may be negative: start = 0, 5, 3, 9 has rows 0 and 2 in common
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = start[i]; k < start[i + 1]; k++)
      v[k] *= i;
}
void collected(std::vector<double> &v, int n) {
  std::vector<int> first(n + 1), last(n + 1);
  int found = 0;
  // loomp: not-parallel -- each iteration starts with what was found before
  for (int i = 0; i < n; i++) {
    first[i] = found;
    // loomp: parallel reduction(+:found)
    for (int j = 0; j < n; j++)
      if (v[j] > i)
        found++;
  }
  first[n] = found;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = first[i]; k < first[i + 1]; k++)
      v[k] *= i;
  last[0] = 0;
  found = 0;
  // loomp: not-parallel -- each iteration starts with what was found before
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+:found)
    for (int j = 0; j < n; j++)
      if (v[j] > i)
        found++;
    last[i + 1] = found;
  }
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = last[i]; k < last[i + 1]; k++)
      v[k] *= i;
}
void notCollected(std::vector<double> &v, int n) {
  std::vector<int> first(n + 1);
  int found = 0;
  // loomp: not-parallel -- each iteration starts with what was found before
  for (int i = 0; i < n; i++) {
    first[i] = found;
    if (v[i] > i)
      found++;
    else
      found -= 2;
  }
  first[n] = 7;
  // loomp: parallel atomic(*:v) -- first may fall and rise again
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = first[i]; k < first[i + 1]; k++)
      v[k] *= i;
}
void lastFalls(std::vector<double> &v, int n) {
  std::vector<int> first(n + 2);
  int found = 0;
  // loomp: not-parallel -- each iteration starts with what was found before
  for (int i = 0; i < n; i++) {
    first[i] = found;
    if (v[i] > i)
      found++;
  }
  first[n] = found;
  first[n + 1] = 0;
  // loomp: parallel -- row n is empty, and this loop does not come to it
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = first[i]; k < first[i + 1]; k++)
      v[k] *= i;
}
void fromOutside(std::vector<double> &v, const std::vector<int> &start, int n) {
  // loomp: parallel atomic(*:v) -- start may fall
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int k = start[i]; k < start[i + 1]; k++)
      v[k] *= i;
}
