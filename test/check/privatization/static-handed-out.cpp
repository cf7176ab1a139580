// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A static variable is dead behind the loop only if nothing else in the function names it.
#include <functional>
static double a[400], b[400];
void dead(int n) {
  static double t;
  // loomp: parallel private(t)
  for (int i = 0; i < n; i++) {
    t = a[i] * 2;
    b[i] = t + 1;
  }
}
double &returned(int n) {
  static double t;
  // loomp: parallel lastprivate(t) -- the caller reads it
  for (int i = 0; i < n; i++) {
    t = a[i] * 2;
    b[i] = t + 1;
  }
  return t;
}
std::function<double()> readLater(int n) {
  static double t;
  // loomp: parallel lastprivate(t) -- the closure reads it
  for (int i = 0; i < n; i++) {
    t = a[i] * 2;
    b[i] = t + 1;
  }
  return [] { return t; };
}
double ofLocalClass(int n) {
  static double t;
  struct Reader {
    double get() const { return t; }
  };
  // loomp: parallel lastprivate(t) -- a member function reads it
  for (int i = 0; i < n; i++) {
    t = a[i] * 2;
    b[i] = t + 1;
  }
  return Reader().get();
}
