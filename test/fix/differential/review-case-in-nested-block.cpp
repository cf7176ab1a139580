// RUN: %differential %s
// The switch jumps to the label inside of the 'if', past its condition, and makes 'k' 7: iteration
// i=0 writes a[7], i=7 reads it.
#include <cstdio>
static int a[100000];
int main(int argc, char **) {
  int k = 0;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  switch (argc) {
  case 0:
    if (argc) {
    case 1:
      k = 7;
    }
  }
  for (int i = 0; i < 90000; i++)
    a[i + k] = a[i] + 1;
  long t = 0;
  for (int i = 0; i < 100000; i++)
    t += (long)a[i] * (i % 13);
  printf("%ld\n", t);
}
