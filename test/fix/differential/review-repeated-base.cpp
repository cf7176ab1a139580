// RUN: %differential %s
// 'd' has two members 'x', one in each base. The one of 'Left' is 7: iteration i=0 writes a[7], i=7
// reads it. The later store of 0 is into the other.
#include <cstdio>
static int a[100000];
struct Base {
  int x = 0;
};
struct Left : Base {};
struct Right : Base {};
struct Derived : Left, Right {};
int main() {
  Derived d;
  static_cast<Left &>(d).x = 7;
  static_cast<Right &>(d).x = 0;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  for (int i = 0; i < 90000; i++)
    a[i + static_cast<Left &>(d).x] = a[i] + 1;
  long t = 0;
  for (int i = 0; i < 100000; i++)
    t += (long)a[i] * (i % 13);
  printf("%ld\n", t);
}
