// RUN: %differential %s
// The closed form must be computed in the type of 'x'. 'i * step' overflows an int from i=21475 on,
// and 'i * h' rounds to float.
#include <cstdio>
static double a[100000];
static double total() {
  double s = 0;
  for (int i = 0; i < 100000; i++)
    s += a[i];
  return s;
}
void integer_step() {
  int step = 100000;
  double x = 0;
  for (int i = 0; i < 100000; i++) {
    a[i] = x;
    x += step;
  }
}
void narrower_step() {
  float h = 0.1f;
  double x = 0;
  for (int i = 0; i < 100000; i++) {
    a[i] = x;
    x += h;
  }
}
int main() {
  integer_step();
  printf("%.0f\n", total());
  narrower_step();
  printf("%.4f\n", total());
}
