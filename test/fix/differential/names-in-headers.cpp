// RUN: %differential %s
// RUN: %differential %s --fix-options="--form=spmd --spmd-distribution=block"
#include "names-in-headers.h"

#include <cstdio>

struct A : Sized {
  long fill(double *o);
};
long A::fill(double *o) {
  long q = 0;
  for (int i = 0; i < size(); i++) {
    o[i] = q;
    q += size();
  }
  return q;
}

struct B : Stepped {
  long fill(double *o, int n) {
    long p = 0;
    for (int i = 0; i < n; i++) {
      o[i] = p;
      p += STEP;
    }
    return p;
  }
};

struct C : Rest {
  void fill(double *o) {
    for (int i = 0; i < count(); i++)
      o[i] = i;
  }
};

struct D : Begun {
  long fill(double *o) {
    long q = 0;
    for (int i = first(); i < 40; i++) {
      o[i] = q;
      q += first();
    }
    return q;
  }
};

static void print(long result, const double *o) {
  double sum = 0;
  for (int i = 0; i < 40; i++)
    sum = sum * 0.5 + o[i];
  std::printf("%ld %.9g\n", result, sum);
}

int main() {
  static double o[40];
  print(A().fill(o), o);
  print(B().fill(o, 30), o);
  C().fill(o);
  print(0, o);
  print(D().fill(o), o);
}
