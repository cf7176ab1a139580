// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a, std::vector<double> &b, int n) {
  // a and b are two vectors, but swap exchanges their buffers.
  // loomp: not-parallel -- i=0 writes element 1 of the buffer that i=1 reads under the other name
  for (int i = 0; i < n - 1; i++) {
    a[i + 1] = b[i];
    a.swap(b);
  }
}
