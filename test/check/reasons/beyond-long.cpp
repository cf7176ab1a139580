// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Iterations that only spare each other where a size is 2^63 or more: no size is, and the solver's
// number does not fit what it is read with.
#include <cstddef>
#include <string>
#include <vector>

void mirroredPointers(int *v, std::size_t n) {
  int *e = v + n;
  // loomp: not-parallel -- n=10: i=0 writes v[0], i=9 reads it
  for (int *p = v; p != e; ++p)
    *p = e[-1 - (p - v)] + 1;
}

void mirroredSubscript(int *v, std::size_t n) {
  int *e = v + n;
  // loomp: not-parallel -- n=10: i=0 writes v[0], i=9 reads it
  for (int *p = v; p < e; ++p)
    *p = v[n - 1 - (p - v)] + 1;
}

void mirroredIterators(std::vector<int> &v) {
  auto from = v.rbegin();
  // loomp: not-parallel -- ten elements: i=0 writes v[0], i=9 reads it
  for (auto to = v.begin(); to != v.end(); ++to, ++from)
    *to = *from + 1;
}

void mirroredRange(std::string &v) {
  auto from = v.rbegin();
  // loomp: not-parallel -- ten characters: i=0 writes v[0], i=9 reads it
  for (auto &x : v) {
    x = *from;
    ++from;
  }
}
