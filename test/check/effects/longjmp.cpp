// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <csetjmp>
std::jmp_buf env;
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the jump leaves the loop, and would leave the team
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      std::longjmp(env, 1);
    a[i] *= 2;
  }
}
