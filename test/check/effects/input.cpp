// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=1 gets the character after that of i=0
  for (int i = 0; i < n; i++)
    a[i] = std::getchar();
}
