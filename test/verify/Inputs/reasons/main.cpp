#include "work.h"

#include <cstdio>

constexpr int N = 80;

int main() {
  static double a[N], b[N], c[N], d[N];

  // Stays: half the time with two threads.
  for (int i = 0; i < N; ++i)
    a[i] = patient(i);

  // Slower.
  for (int i = 0; i < N; ++i)
    b[i] = crowded(i);

  // A race.
  for (int i = 0; i < N; ++i)
    c[i] = counted(i);

  // Another result: 1e17 swallows each 1 that is added to it, but not the sum of many.
  double sum = 1e17;
  for (int i = 0; i < N; ++i)
    sum += c[i] * 0 + 3;

  // Does not compile with a compiler that has no `max`.
  double most = 0;
  for (int i = 0; i < N; ++i)
    most = a[i] > most ? a[i] : most;

  // Stays as well, and costs little.
  for (int i = 0; i < N; ++i)
    d[i] = a[i] + b[i] + c[i];

  std::printf("%g %g %g\n", sum - 1e17, most, d[N - 1]);
}
