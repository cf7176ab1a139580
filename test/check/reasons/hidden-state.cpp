// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Functions that remember something between calls.
#include <cstdlib>
#include <cstring>

void random(int n, int *a) {
  // loomp: not-parallel hidden-state -- rand() steps one state for all iterations
  for (int i = 0; i < n; i++)
    a[i] = std::rand() % 6;
}

void tokens(int n, char **text) {
  // loomp: not-parallel hidden-state -- strtok() keeps a pointer into the text it was given
  for (int i = 0; i < n; i++)
    text[i] = std::strtok(text[i], " ");
}

static int next() {
  static int last = 0;
  return ++last;
}

void numbered(int n, double *a) {
  // loomp: not-parallel carried-flow-dependence -- every call reads what the last one wrote
  for (int i = 0; i < n; i++)
    a[i] = next();
}

static int square(int x) {
  static const int scale = 2;
  return scale * x * x;
}

void constant(int n, double *a) {
  // loomp: parallel -- a static constant is no state
  for (int i = 0; i < n; i++)
    a[i] = square(i);
}
