#include "work.h"

#include <unistd.h>
#ifdef _OPENMP
#include <omp.h>
#endif

// They sleep, so that no busy machine can hide or feign a difference.
double patient(int i) {
  usleep(4000);
  return i * 0.5;
}

double crowded(int i) {
#ifdef _OPENMP
  if (omp_in_parallel())
    usleep(4000);
#endif
  return i * 0.25;
}

double counted(int i) {
  static int calls;
  ++calls;
  return i + 1;
}
