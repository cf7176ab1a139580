// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What a move takes behind the loop is what the last iteration left.
#include <memory>
#include <utility>
#include <vector>
using Vector = std::vector<long>;

Vector returned(long *__restrict a, int n) {
  Vector w(4, 3);
  // loomp: parallel lastprivate(w) -- `return w;` moves
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  return w;
}
long constructed(long *__restrict a, int n) {
  Vector w(4, 3);
  // loomp: parallel lastprivate(w)
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  Vector x(std::move(w));
  return x[0];
}
Vector filled(long *__restrict a, int n) {
  Vector w(5, 1);
  // loomp: parallel firstprivate(w) lastprivate(w)
  for (int i = 0; i < n; i++) {
    w[0] = i;
    w[1] = 2 * i;
    a[i] = w[0] + w[1];
  }
  return w;
}
static long pass(Vector x) { return x[0]; }
long passed(long *__restrict a, int n) {
  Vector w(4, 3);
  // loomp: parallel lastprivate(w)
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  return pass(std::move(w));
}
long captured(long *__restrict a, int n) {
  Vector w(4, 3);
  // loomp: parallel lastprivate(w)
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  auto f = [w = std::move(w)] { return w[1]; };
  return f();
}
struct Own {
  Vector v;
  long k;
};
Own wrapped(long *__restrict a, int n) {
  Vector w(4, 3);
  // loomp: parallel lastprivate(w)
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  return {std::move(w), 2};
}
long room(long *__restrict a, int n) {
  Vector w;
  // loomp: not-parallel -- a reference taken behind the loop outlives 63 more elements
  for (int i = 0; i < n; i++) {
    w.clear();
    w.reserve(64);
    w.push_back(i);
    a[i] = w[0];
  }
  if (n <= 0)
    return 0;
  long &r = w[0];
  w.push_back(7);
  r = 5;
  return w[0];
}
long roomTold(long *__restrict a, int n) {
  Vector w;
  // loomp: not-parallel -- a copy has no more room than its elements need
  for (int i = 0; i < n; i++) {
    w.clear();
    w.push_back(i);
    a[i] = w[0];
  }
  return w.capacity();
}
void roomForNobody(long *__restrict a, int n) {
  Vector w;
  // loomp: parallel private(w)
  for (int i = 0; i < n; i++) {
    w.clear();
    w.reserve(64);
    w.push_back(i);
    a[i] = w[0];
  }
}
