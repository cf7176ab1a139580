// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <mutex>
std::mutex m;
double a[1000], log_[1000];
int used;
void f(int n) {
  // loomp: not-parallel -- locked, but log_ is filled in the order of the iterations
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      std::lock_guard<std::mutex> lock(m);
      log_[used++] = a[i];
    }
}
