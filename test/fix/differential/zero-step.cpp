// RUN: %differential %s --args "30 3|5 0|0 7"
// A step that is 0 where the loop does not run: compilers divide by it first.
#include <cstdio>
#include <cstdlib>
static int a[1000];
static void rows(int n, int m) {
  for (int i = 0; i < n * m; i += m)
    a[i] = i + 1;
}
static void down(int n, int m) {
  for (int i = n * m; i > 0; i -= m)
    a[i] += i;
}
int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 5, m = argc > 2 ? std::atoi(argv[2]) : 0;
  rows(n, m);
  down(n, m);
  long sum = 0;
  for (int i = 0; i < 1000; ++i)
    sum += a[i] * (i % 17);
  std::printf("%ld\n", sum);
}
