// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
std::array<std::array<double, 50>, 100> m;
void f() {
  // loomp: parallel
  for (int i = 0; i < 100; i++)
    // loomp: serial carried-flow-dependence -- j=1 writes m[i][1], j=2 reads it
    for (int j = 1; j < 50; j++)
      m[i][j] += m[i][j - 1];
}
