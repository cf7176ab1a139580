// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Directives with which iterations wait for each other, see what earlier ones have reduced, or
// combine in a way that the program declares, are right or wrong for reasons that are not checked:
// they are not accused, nor confirmed.
#include <algorithm>
int a[400], b[400];
namespace mine {
#pragma omp declare reduction(max : int : omp_out = omp_out + omp_in) initializer(omp_priv = 0)
}
#pragma omp declare reduction(mx : int : omp_out = std::max(omp_out, omp_in))                      \
    initializer(omp_priv = -1)

int declared(int n) {
  int s = 0;
#pragma omp parallel for reduction(mx : s)
  // loomp: parallel reduction(max:s) -- as serial code
  for (int i = 0; i < n; i++)
    s = std::max(s, a[i]);
  return s;
}

int declaredElsewhere(int n) {
  int s = 0;
#pragma omp parallel for reduction(mine::max : s)
  // loomp: parallel reduction(max:s) -- as serial code; in fact it adds
  for (int i = 0; i < n; i++)
    s = std::max(s, a[i]);
  return s;
}

int builtIn(int n) {
  int s = 0;
#pragma omp parallel for reduction(max : s)
  // loomp: already-parallel
  for (int i = 0; i < n; i++)
    s = std::max(s, a[i]);
  return s;
}

int builtInButWrong(int n) {
  int s = 0;
#pragma omp parallel for reduction(min : s)
  // loomp: parallel finding(race-reduction)
  for (int i = 0; i < n; i++)
    s = std::max(s, a[i]);
  return s;
}

void doacross(int n) {
#pragma omp parallel for ordered(1)
  // loomp: not-parallel -- as serial code
  for (int i = 1; i < n; i++) {
#pragma omp ordered depend(sink : i - 1)
    a[i] = a[i - 1] + 1;
#pragma omp ordered depend(source)
  }
}

void notOrdered(int n) {
#pragma omp parallel for
  // loomp: not-parallel finding(race-dependence) -- each iteration needs the one before
  for (int i = 1; i < n; i++)
    a[i] = a[i - 1] + 1;
}

int inscan(int n) {
  int s = 0;
#pragma omp parallel for reduction(inscan, + : s)
  // loomp: not-parallel -- as serial code
  for (int i = 0; i < n; i++) {
    s += a[i];
#pragma omp scan inclusive(s)
    b[i] = s;
  }
  return s;
}

int readInMidLoop(int n) {
  int s = 0;
#pragma omp parallel for reduction(+ : s)
  // loomp: not-parallel finding(race-reduction-read) -- each iteration needs the one before
  for (int i = 0; i < n; i++) {
    s += a[i];
    b[i] = s;
  }
  return s;
}
