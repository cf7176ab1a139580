// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &v, int n) {
  double *low = v.data(), *high = v.data() + n;
  // loomp: parallel -- writes elements 0..n-1, reads n..2n-1
  for (int i = 0; i < n; i++)
    low[i] = high[i];
}
