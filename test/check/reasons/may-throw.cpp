// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// An exception that leaves an iteration ends the program once the loop is parallel.
#include <vector>

void checked(std::vector<double> &v, const int *w, int n) {
  // loomp: not-parallel may-throw -- at() throws at w[i] == v.size(); a caller may catch it
  for (int i = 0; i < n; i++)
    v.at(w[i]) = 0.0;
}

void thrown(int n, const double *a, double *b) {
  // loomp: not-parallel may-throw -- the first negative element throws, the rest stays undone
  for (int i = 0; i < n; i++) {
    if (a[i] < 0.0)
      throw i;
    b[i] = a[i];
  }
}

static double throwing(double x) {
  if (x < 0.0)
    throw x;
  return x;
}

void inCallee(int n, double *a) {
  // loomp: not-parallel may-throw -- the exception comes out of the function that is called
  for (int i = 0; i < n; i++)
    a[i] = throwing(a[i]);
}

void unchecked(std::vector<double> &v, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    v[i] = 0.0;
}
