// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &v, int n) {
  double *low = v.data(), *high = v.data() + n;
  // loomp: parallel peeled(first) -- i=0 reads element n, which i=n overwrites
  for (int i = 0; i <= n; i++)
    low[i] = high[i];
}
