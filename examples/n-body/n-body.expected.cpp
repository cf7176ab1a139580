//===- n-body.cpp - bodies that attract each other ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// All pairs of bodies, each body summing up what pulls at it: the loop over bodies is parallel, the
// loop over time is not.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct Body {
  double x, y, z;
  double vx, vy, vz;
  double mass;
};

void accelerate(std::vector<Body> &bodies, double seconds) {
  int n = static_cast<int>(bodies.size());
  #pragma omp parallel for if(n > 20)
  for (int i = 0; i < n; i++) {
    double ax = 0.0, ay = 0.0, az = 0.0;
    for (int j = 0; j < n; j++) {
      double dx = bodies[j].x - bodies[i].x;
      double dy = bodies[j].y - bodies[i].y;
      double dz = bodies[j].z - bodies[i].z;
      double distance = std::sqrt(dx * dx + dy * dy + dz * dz + 0.01);
      double pull = bodies[j].mass / (distance * distance * distance);
      ax += pull * dx;
      ay += pull * dy;
      az += pull * dz;
    }
    bodies[i].vx += ax * seconds;
    bodies[i].vy += ay * seconds;
    bodies[i].vz += az * seconds;
  }
}

void move(std::vector<Body> &bodies, double seconds) {
  #pragma omp parallel for if(bodies.size() > 10000)
  for (Body &body : bodies) {
    body.x += body.vx * seconds;
    body.y += body.vy * seconds;
    body.z += body.vz * seconds;
  }
}

double kineticEnergy(const std::vector<Body> &bodies) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(bodies.size() > 10000)
  for (const Body &body : bodies)
    sum += 0.5 * body.mass * (body.vx * body.vx + body.vy * body.vy + body.vz * body.vz);
  return sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 4000;
  int steps = argc > 2 ? std::atoi(argv[2]) : 10;
  std::vector<Body> bodies(n);
  #pragma omp parallel for if(n > 1000)
  for (int i = 0; i < n; i++)
    bodies[i] = {std::sin(i * 1.0), std::cos(i * 2.0), std::sin(i * 3.0), 0.0, 0.0, 0.0, 1.0 / n};
  for (int step = 0; step < steps; step++) {
    accelerate(bodies, 0.01);
    move(bodies, 0.01);
  }
  std::printf("kinetic energy %.9e\n", kineticEnergy(bodies));
}
