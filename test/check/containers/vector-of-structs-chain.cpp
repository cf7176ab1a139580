// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct Body {
  double x, v;
};
void f(std::vector<Body> &b, double dt) {
  // loomp: serial carried-flow-dependence -- i=1 moves b[1].x, i=2 reads it
  for (std::size_t i = 1; i < b.size(); i++)
    b[i].x += b[i - 1].x * dt;
}
