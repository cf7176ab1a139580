// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <atomic>
std::atomic<int> next;
int a[1000];
void f(int n) {
  // loomp: not-parallel -- no race, but a[i] gets its number in the order of the iterations
  for (int i = 0; i < n; i++)
    a[i] = next++;
}
