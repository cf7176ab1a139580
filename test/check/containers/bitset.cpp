// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <bitset>
std::bitset<64> v;
void f(const int *a) {
  // loomp: not-parallel -- all bits share one word
  for (int i = 0; i < 64; i++)
    v[i] = a[i] > 0;
}
