// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct N {
  long x = 0;
};
void f(std::vector<N *> &v) {
  // loomp: not-parallel -- all pointers may point to one node
  for (N *p : v)
    p->x = 2 * p->x + 1;
  // loomp: parallel atomic(+:p->x)
  for (N *p : v)
    p->x += 1;
}
