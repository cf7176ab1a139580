// RUN: %differential %s --expect-unchanged
// 'r' may be 'x': with 'x' private, 'sum' adds the value from before the loop in every iteration.
#include <cstdio>
int main(int argc, char **) {
  int x = 0, y = 0;
  long sum = 0;
  int &r = argc > 0 ? x : y;
  for (int i = 0; i < 100000; i++) {
    x = i;
    sum += r;
  }
  printf("%ld\n", sum);
}
