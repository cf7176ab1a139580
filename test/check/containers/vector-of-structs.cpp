// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct Body {
  double x, v;
};
void f(std::vector<Body> &b, double dt) {
  // loomp: parallel
  for (std::size_t i = 0; i < b.size(); i++) {
    b[i].v -= b[i].x * dt;
    b[i].x += b[i].v * dt;
  }
}
