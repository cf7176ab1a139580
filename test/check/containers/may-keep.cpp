// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A container may have that size already, or be empty: then nothing is written, nothing is proven.
#include <vector>
void resized(double *a, int n) {
  std::vector<long> w(4);
  // loomp: unknown carried-flow-dependence -- in fact nothing changes
  for (int i = 0; i < n; i++) {
    w.resize(4);
    a[i] = 0.5 * w.size() + w[3];
  }
}

void grown(double *a, int n) {
  std::vector<long> w(4);
  // loomp: serial carried-flow-dependence on(w) -- iteration 0 makes it longer
  for (int i = 0; i < n; i++) {
    w.push_back(4);
    a[i] = 0.5 * w.size();
  }
}
