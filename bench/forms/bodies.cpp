//===- bodies.cpp - the forces between bodies, serial ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: bodies [REPETITIONS]
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <cmath>
#include <vector>

static void forces(const double *__restrict x, const double *__restrict y,
                   const double *__restrict z, const double *__restrict mass, double *__restrict fx,
                   double *__restrict fy, double *__restrict fz, int n) {
  for (int i = 0; i < n; i++) {
    double ax = 0, ay = 0, az = 0;
    for (int j = 0; j < n; j++) {
      double dx = x[j] - x[i], dy = y[j] - y[i], dz = z[j] - z[i];
      double square = dx * dx + dy * dy + dz * dz + 0.01;
      double weight = mass[j] / (square * std::sqrt(square));
      ax += weight * dx;
      ay += weight * dy;
      az += weight * dz;
    }
    fx[i] = ax;
    fy[i] = ay;
    fz[i] = az;
  }
}

int main(int argc, char **argv) {
  const int n = 20000;
  std::vector<double> x(n), y(n), z(n), mass(n), fx(n), fy(n), fz(n);
  int value = 1;
  for (double *numbers : {x.data(), y.data(), z.data(), mass.data()})
    for (int i = 0; i < n; i++) {
      value = value * 1103 % 10007;
      numbers[i] = value * 0.001;
    }
  printSeconds(
      argc, argv, [] {},
      [&] {
        forces(x.data(), y.data(), z.data(), mass.data(), fx.data(), fy.data(), fz.data(), n);
      });
  std::printf("%.6f %.6f %.6f\n", fx[0], fy[n / 2], fz[n - 1]);
}
