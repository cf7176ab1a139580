// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstring>
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=5 writes a[5], from which i=6 takes its subscript
  for (int i = 0; i < n; i++) {
    int k;
    std::memcpy(&k, &a[5], sizeof k);
    a[(k + i) % 1000] = i;
  }
}
