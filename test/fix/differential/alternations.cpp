// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 2>&1 | FileCheck %s
// CHECK: 8 of 13 loops to rewrite
// Variables that flip, before, between and behind their uses.
#include <cstdio>
#include <vector>

static long run(const int *v, int from, int n, int mask) {
  long sum = 0;
  signed char sign = -128;
  unsigned key = 5;
  double weight = 0.5;
  bool odd = true;
  int side = 7;
  for (int i = from; i < n; i++) {
    sum += sign * v[i];
    sign = static_cast<signed char>(-sign);
    sum += odd ? key : 3 * key;
    key ^= mask;
    odd = !odd;
    weight *= -1;
    sum += static_cast<long>(1000 * weight) + (odd ? 7 : 1) * side;
    side = mask - side;
  }
  return sum * 10 + sign + key + static_cast<long>(100 * weight) + odd + side;
}

static long runFlags(int *v, int n) {
  long sum = 0;
  for (int round = 0; round < 2; round++) {
    int odd = 0;
    char even = 1;
    for (int i = 0; i < n; i++) {
      if (!odd)
        sum += v[i] * 3;
      odd = !odd;
      sum += even - 2 * odd;
      even = !even;
    }
    sum = sum * 10 + odd + 2 * even;
  }
  int side = 1;
  for (int round = 0; round < 3; round++)
    for (int i = 0; i < n; i++) {
      v[i] += side * (i + round);
      side = !side;
    }
  for (int i = 0; i < n; i++)
    sum += v[i] * (i % 5);
  return sum + side;
}

static long board(int *v, int n, bool black) {
  int side = 7;
  for (int round = 0; round < 5; round++)
    for (int i = 0; i + 1 < n; i++) {
      if (black)
        v[i + 1] = v[i] + round;
      black = !black;
    }
  for (int round = 0; round < 5; round++)
    for (int i = 0; i + 1 < n; i++) {
      if (side < 0)
        v[i] = v[i + 1] * 3 % 1000;
      side = 4 - side;
    }
  long sum = 0;
  for (int i = 0; i < n; i++)
    sum += v[i] * (i % 7);
  return sum + side + black;
}

int main() {
  for (int n : {0, 1, 2, 3, 4, 1000, 1001, 1002}) {
    std::vector<int> v(n);
    for (int i = 0; i < n; ++i)
      v[i] = i * 37 % 101 - 50;
    std::printf("%ld %ld\n", run(v.data(), 0, n, 12), run(v.data(), 2, n, -3));
    std::printf("%ld\n", runFlags(v.data(), n));
    std::printf("%ld %ld\n", board(v.data(), n, n % 2), board(v.data(), n, n % 3));
  }
}
