// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

constexpr int Cities = 60;

void shortestPaths(std::array<std::array<int, Cities>, Cities> &d) {
  // loomp: not-parallel -- k=1 reads what k=0 wrote
  for (int k = 0; k < Cities; k++)
    // loomp: parallel peeled(middle) -- row k alone is read by the others
    for (int i = 0; i < Cities; i++)
      // loomp: parallel peeled(middle) -- d[i][k] alone is read by the others
      for (int j = 0; j < Cities; j++)
        d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
}

void shortestPathsFlat(int *d, int n) {
  // loomp: not-parallel -- k=1 reads what k=0 wrote
  for (int k = 0; k < n; k++)
    // loomp: parallel peeled(middle) -- row k alone is read by the others
    for (int i = 0; i < n; i++)
      // loomp: parallel peeled(middle) -- column k alone is read by the others
      for (int j = 0; j < n; j++)
        d[i * n + j] = std::min(d[i * n + j], d[i * n + k] + d[k * n + j]);
}

void addOne(long *a, int n, int k) {
  // loomp: parallel peeled(middle) -- iteration k alone writes a[k]
  for (int i = 0; i < n; ++i)
    a[i] += a[k];
}

void addOneDownwards(long *a, int n, int k) {
  // loomp: parallel peeled(middle) -- iteration k alone writes a[k]
  for (int i = n - 1; i >= 0; --i)
    a[i] += a[k];
}

void addInner(long *a, int n) {
  // loomp: not-parallel -- k=0 and k=1 write all
  for (int k = 0; k < n; ++k)
    // loomp: parallel peeled(middle) -- iteration k+1 alone writes a[k+1]; it is no number too large
    for (int i = 0; i < n; ++i)
      a[i] += a[k + 1];
}

void addNext(long *a, int n, int k) {
  // loomp: parallel assuming(no-dependence) -- k+1 may be too large a number to be written down
  for (int i = 0; i < n; ++i)
    a[i] += a[k + 1];
}

void addTwo(long *a, int n, int k) {
  // loomp: not-parallel -- a[k] and a[k+1] are both read and both written
  for (int i = 0; i < n; ++i)
    a[i] += a[k] + a[k + 1] + a[0];
}

void addMoved(long *a, int n, int k) {
  // loomp: not-parallel -- k is another one in each iteration
  for (int i = 0; i < n; ++i) {
    a[i] += a[k];
    k = static_cast<int>(a[i]);
  }
}

void addMovedOnce(long *a, int n, int k) {
  // loomp: not-parallel -- iteration 3 makes k another one
  for (int i = 0; i < n; ++i) {
    a[i] += a[k];
    if (i == 3)
      k = 7;
  }
}

void halfAgain(long *a, int n, int k) {
  // loomp: not-parallel -- i=2 reads a[1], which i=1 wrote; k has no part in it
  for (int i = 0; i < n; ++i)
    a[i] += a[i / 2] + a[k];
}

void everySecond(long *a, int n, int k) {
  // loomp: not-parallel -- k need not be one of the values of i
  for (int i = 0; i < n; i += 2)
    a[i] += a[k] + a[0] + a[i + 1];
}

void setAtOne(const int *a, int *b, int n, int k) {
  int scale = 1;
  // loomp: parallel peeled(middle) -- iteration k alone writes scale
  for (int i = 0; i < n; ++i) {
    if (i == k)
      scale = a[0] + 1;
    b[i] = a[i] * scale;
  }
}

int setAtOneAndUsed(const int *a, int *b, int n, int k) {
  int scale = 1;
  // loomp: parallel peeled(middle) -- iteration k alone writes scale
  for (int i = 0; i < n; ++i) {
    if (i == k)
      scale = a[0] + 1;
    b[i] = a[i] * scale;
  }
  return scale;
}

void announce(const int *a, int *b, int n, int k) {
  // loomp: parallel peeled(middle) -- iteration k alone prints
  for (int i = 0; i < n; ++i) {
    if (i == k)
      std::puts("half way");
    b[i] = a[i];
  }
}

void announceTwice(const int *a, int *b, int n, int k) {
  // loomp: not-parallel -- iterations k and k+1 print
  for (int i = 0; i < n; ++i) {
    if (i == k || i == k + 1)
      std::puts("half way");
    b[i] = a[i];
  }
}

long sum(const long *a, int n, int k) {
  long sum = 3;
  // loomp: parallel peeled(middle) reduction(+:sum) -- iteration k starts it again
  for (int i = 0; i < n; ++i) {
    if (i == k)
      sum = 0;
    sum += a[i];
  }
  return sum;
}

int lastOne(int *a, int n, int k) {
  int t = 5;
  // loomp: not-parallel -- the last iteration leaves t, and it may be the one that stands apart
  for (int i = 0; i < n; ++i) {
    t = a[i] + a[k] + a[0];
    a[i] = t;
  }
  return t;
}

void narrow(long *a, unsigned char n, unsigned char k) {
  // loomp: parallel assuming(no-dependence) -- sums of narrow types have another type
  for (unsigned char i = 0; i < n; ++i)
    a[i] += a[k];
}

void mixed(std::vector<long> &a, int k) {
  // loomp: not-parallel -- a negative k is no number of the type of i
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (static_cast<int>(i) == k)
      a[0] = 4;
    a[i] += a[0];
  }
}

void sameType(std::vector<long> &a, std::size_t k) {
  // loomp: parallel peeled(middle) -- iteration k alone writes a[k]
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] += a[k];
}

int at;
void global(long *a, int n) {
  // loomp: parallel assuming(no-dependence) -- the type of 'at' is looked up for local names only
  for (int i = 0; i < n; ++i)
    a[i] += a[at];
}
