// RUN: %differential %s
// Jumps forward within an iteration.
#include <cmath>
#include <cstdio>
#include <initializer_list>
static double x[1000], z[1000];
static void store(int n) {
  for (int i = 0; i < n; i++) {
    double y = x[i];
    if (y < 1.0)
      goto store;
    y = 1.0 + std::log(y);
  store:
    x[i] = y;
  }
}
static double fromNested(int n) {
  double sum = 0, t = 0;
  for (int i = 0; i < n; i++) {
    t = x[i];
    if (i % 3 == 0) {
      t += 1;
      if (i % 2)
        goto done;
      t *= 2;
    } else if (i % 5 == 0) {
      goto done;
    }
    t -= 3;
  done:
    sum += t;
    z[i] = t;
  }
  return sum + t;
}
static double sometimes(int n) {
  double last = -1;
  for (int i = 0; i < n; i++) {
    if (i % 4 == 3)
      goto end;
    last = z[i];
    z[i] += 1;
  end:
    x[i] += 2;
  }
  return last;
}
int main() {
  for (int i = 0; i < 1000; i++)
    x[i] = i * 0.25;
  for (int n : {0, 1, 2, 1000}) {
    store(n);
    std::printf("%.12g\n", fromNested(n));
    std::printf("%.12g\n", sometimes(n));
  }
  double sum = 0;
  for (int i = 0; i < 1000; i++)
    sum += x[i] * (i % 7) + z[i];
  std::printf("%.12g\n", sum);
}
