// RUN: %loomp check --format=json %s -- -std=c++20 -fno-strict-aliasing | %verdicts %s
// Where any lvalue may lead anywhere, an integer may be part of a container.
#include <cstddef>
#include <vector>

struct Host {
  const std::vector<double> &read;
  long *a;
  void ofReference() {
    // loomp: not-parallel -- a[0] may be part of what 'read' refers to
    for (std::size_t i = 0; i < read.size(); ++i)
      a[i] = 1;
  }
};
