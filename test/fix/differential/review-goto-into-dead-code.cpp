// RUN: %differential %s
// The goto enters 'if (0)' and makes 'k' 7: iteration i=0 writes a[7], i=7 reads it.
#include <cstdio>
static int a[100000];
int main(int argc, char **) {
  int k;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  if (argc)
    goto set;
  k = 0;
  if (0) {
  set:
    k = 7;
  }
  for (int i = 0; i < 90000; i++)
    a[i + k] = a[i] + 1;
  long t = 0;
  for (int i = 0; i < 100000; i++)
    t += (long)a[i] * (i % 13);
  printf("%ld\n", t);
}
