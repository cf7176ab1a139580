//===- physics.cpp - particles, stencils, time steps ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// The loops of simulation codes: forces, integrators, relaxation in several orders, tridiagonal
// solvers, cell lists, assembly. Space is mostly parallel, time is not; in between stand sweeps
// whose independence hangs on a parity, on a second array or on one subscript.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

struct Particle {
  double x, y, vx, vy, fx, mass;
};

// Integrators.

void kick(double *v, const double *a, double dt, int n) {
  // truth: parallel -- run-time check that v[0..n) and a[0..n) do not overlap
  for (int i = 0; i < n; ++i)
    v[i] += dt * a[i];
}

void drift(std::vector<Particle> &particles, double dt) {
  // truth: parallel
  for (Particle &p : particles) {
    p.x += dt * p.vx;
    p.y += dt * p.vy;
  }
}

double pendulum(std::vector<double> &angles, double angle, double dt) {
  double speed = 0.0;
  // truth: serial carried-flow-dependence -- angle and speed follow from those of the step before
  for (std::size_t step = 0; step < angles.size(); ++step) {
    speed -= dt * std::sin(angle);
    angle += dt * speed;
    angles[step] = angle;
  }
  return speed;
}

void oscillate(std::vector<double> &out, double omega, double dt) {
  double t = 0.0;
  // truth: parallel -- t is an induction variable
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = std::sin(omega * t);
    t += dt;
  }
}

int stepsBefore(double end, double dt, int steps) {
  double t = 0.0;
  int count = 0;
  // truth: serial floating-point-decision|carried-flow-dependence -- t's rounding decides t < end
  for (int i = 0; i < steps; ++i) {
    if (t < end)
      ++count;
    t += dt;
  }
  return count;
}

// Forces.

void accelerate(const std::vector<Particle> &particles, std::vector<double> &ax) {
  // truth: parallel
  for (std::size_t i = 0; i < particles.size(); ++i) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (std::size_t j = 0; j < particles.size(); ++j) {
      const double dx = particles[j].x - particles[i].x, dy = particles[j].y - particles[i].y;
      const double r2 = dx * dx + dy * dy + 0.25;
      sum += particles[j].mass * dx / (r2 * std::sqrt(r2));
    }
    ax[i] = sum;
  }
}

void addPairForces(std::vector<Particle> &particles) {
  // truth: parallel -- atomic updates of fx: a particle is i in one pair, j in others
  for (std::size_t i = 0; i < particles.size(); ++i)
    // truth: parallel -- particles[i].fx only accumulates, particles[j] differ
    for (std::size_t j = i + 1; j < particles.size(); ++j) {
      const double dx = particles[j].x - particles[i].x;
      const double f = particles[i].mass * particles[j].mass * dx / (dx * dx + 0.5);
      particles[i].fx += f;
      particles[j].fx -= f;
    }
}

void separate(std::vector<Particle> &particles) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- pair
  for (std::size_t i = 0; i < particles.size(); ++i)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x
    for (std::size_t j = i + 1; j < particles.size(); ++j) {
      const double dx = particles[j].x - particles[i].x;
      const double push = 0.01 * dx / (dx * dx + 0.5);
      particles[i].x -= push;
      particles[j].x += push;
    }
}

double fastest(const std::vector<Particle> &particles, double sound) {
  double v = 0.0;
  // truth: parallel -- reduction(max : v)
  for (const Particle &p : particles)
    v = std::max(v, std::fabs(p.vx) + sound);
  return v;
}

double density(const std::vector<Particle> &particles, const std::vector<int> &first,
               const std::vector<int> &neighbour, std::vector<double> &rho) {
  const int n = static_cast<int>(particles.size());
  double total = 0.0;
  // truth: parallel -- reduction(+ : total)
  for (int i = 0; i < n; ++i) {
    rho[i] = particles[i].mass;
    // truth: parallel -- reduction of rho[i]
    for (int k = first[i]; k < first[i + 1]; ++k)
      rho[i] += 0.125 * particles[neighbour[k]].mass;
    total += rho[i];
  }
  return total;
}

// Relaxation on a square.

constexpr int Side = 90;
static double field[Side][Side], other[Side][Side];

void jacobi() {
  // truth: parallel
  for (int i = 1; i < Side - 1; ++i)
    // truth: parallel
    for (int j = 1; j < Side - 1; ++j)
      other[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}

void gaussSeidel() {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- row i reads row i-1 (new)
  for (int i = 1; i < Side - 1; ++i)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- j reads field[i][j-1], new
    for (int j = 1; j < Side - 1; ++j)
      field[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}

void relaxColor(int color) {
  // truth: parallel -- i + j is odd in all writes and even in all reads, or the reverse
  for (int i = 1; i < Side - 1; ++i)
    // truth: parallel
    for (int j = 1 + (i + color) % 2; j < Side - 1; j += 2)
      field[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}

void relaxOddColumns() {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i reads field[i-1][j], odd j
  for (int i = 1; i < Side - 1; ++i)
    // truth: parallel -- odd columns are written, even columns of the same row are read
    for (int j = 1; j < Side - 1; j += 2)
      field[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}

// Waves and transport.

void vibrate(std::vector<double> &now, int steps, double c) {
  std::vector<double> before = now, after = now;
  const int n = static_cast<int>(now.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (int t = 0; t < steps; ++t) {
    // truth: parallel -- three distinct vectors
    for (int i = 1; i < n - 1; ++i)
      after[i] = 2 * now[i] - before[i] + c * (now[i + 1] - 2 * now[i] + now[i - 1]);
    before.swap(now);
    now.swap(after);
  }
}

void upwind(const double *u, double *out, int n, double c) {
  // truth: parallel -- run-time check that u[0..n) and out[1..n) do not overlap
  for (int i = 1; i < n; i++)
    out[i] = u[i] - c * (u[i] - u[i - 1]);
}

void upwindInPlace(double *u, int n, double c) {
  // truth: serial carried-flow-dependence -- i reads u[i-1], which i-1 wrote
  for (int i = 1; i < n; i++)
    u[i] = u[i] - c * (u[i] - u[i - 1]);
}

void streamAround(const float *in, float *out, int n) {
  // truth: parallel -- run-time check of the two ranges; (i + 1) % n takes each value once
  for (int i = 0; i < n; i++)
    out[(i + 1) % n] = 0.5f * in[i];
}

void streamInto(const float *in, float *out, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- cell
  for (int i = 0; i < n; i++)
    out[(i + 1) % 8] = 0.5f * (out[(i + 1) % 8] + in[i]);
}

// Tridiagonal systems.

static void solveLine(double *d, int n) {
  double c[128];
  c[0] = -0.25;
  d[0] *= 0.25;
  // truth: serial carried-flow-dependence -- elimination runs down the line
  for (int i = 1; i < n; ++i) {
    const double w = 1.0 / (4.0 + c[i - 1]);
    c[i] = -w;
    d[i] = (d[i] + d[i - 1]) * w;
  }
  // truth: serial carried-flow-dependence -- substitution runs up the line
  for (int i = n - 2; i >= 0; --i)
    d[i] -= c[i] * d[i + 1];
}

void solveLines(double *d, int lines, int n) {
  if (n < 1)
    return;
  // truth: parallel -- line k is d[k*n .. k*n+n)
  for (int k = 0; k < lines; ++k)
    solveLine(d + k * n, n);
}

// Cells and elements.

void countPerCell(const std::vector<Particle> &particles, std::vector<int> &count) {
  const int cells = static_cast<int>(count.size());
  // truth: parallel -- atomic or array reduction
  for (const Particle &p : particles) {
    const int cell = std::min(std::max(static_cast<int>(4 * p.x), 0), cells - 1);
    count[cell] += 1;
  }
}

void linkCells(const std::vector<Particle> &particles, std::vector<int> &head,
               std::vector<int> &next) {
  const int cells = static_cast<int>(head.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- head
  for (std::size_t i = 0; i < particles.size(); ++i) {
    const int cell = std::min(std::max(static_cast<int>(4 * particles[i].x), 0), cells - 1);
    next[i] = head[cell];
    head[cell] = static_cast<int>(i);
  }
}

using Element = std::array<int, 2>;

void assemble(const std::vector<Element> &elements, const std::vector<double> &load,
              std::vector<double> &rhs) {
  // truth: parallel -- atomic updates; run-time check &load != &rhs
  for (std::size_t e = 0; e < elements.size(); ++e)
    // truth: parallel -- atomic update (both ends may be one node); run-time check &load != &rhs
    for (int end = 0; end < 2; ++end)
      rhs[elements[e][end]] += 0.5 * load[e];
}

void levelElements(const std::vector<Element> &elements, std::vector<double> &u) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- node
  for (const Element &e : elements) {
    const double mean = 0.5 * (u[e[0]] + u[e[1]]);
    u[e[0]] = mean;
    u[e[1]] = mean;
  }
}

// Random numbers: one generator, and one per particle.

struct Generator {
  std::uint64_t state;
  double next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return static_cast<double>(state >> 40) / 16777216.0;
  }
};

void diffuse(std::vector<double> &x, std::vector<Generator> &generators) {
  // truth: parallel -- each particle has its own generator
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] += generators[i].next() - 0.5;
}

void diffuse(std::vector<double> &x, Generator &generator) {
  // truth: serial carried-flow-dependence|hidden-state -- the state of the one generator
  for (std::size_t i = 0; i < x.size(); ++i)
    x[i] += generator.next() - 0.5;
}

int main() {
  auto v = corpus::numbers<double>(6000, 1), a = corpus::numbers<double>(6000, 2);
  kick(v.data(), a.data(), 0.125, 6000);
  kick(v.data() + 1, v.data(), 0.25, 5999);
  corpus::print("kick", corpus::sum(v));

  std::vector<Particle> particles(300);
  corpus::repeat(300, [&](std::size_t i) {
    particles[i] = {8 + 8 * v[i], 8 + 8 * a[i], v[i + 300], a[i + 300], 0.0, 1.0 + 0.25 * a[i]};
  });
  std::vector<double> ax(300), rho(300), state(300);
  drift(particles, 0.25);
  accelerate(particles, ax);
  corpus::print("accelerate", corpus::sum(ax));
  addPairForces(particles);
  corpus::repeat(300, [&](std::size_t i) { state[i] = particles[i].fx; });
  corpus::print("addPairForces", corpus::sum(state));
  separate(particles);
  corpus::repeat(300, [&](std::size_t i) { state[i] = particles[i].x; });
  corpus::print("separate", corpus::sum(state), fastest(particles, 0.5));
  std::vector<int> first(301), neighbour = corpus::integers<int>(3000, 3, 0, 299);
  corpus::repeat(301, [&](std::size_t i) { first[i] = static_cast<int>(10 * i); });
  const double mass = density(particles, first, neighbour, rho);
  corpus::print("density", mass, corpus::sum(rho));
  std::vector<int> count(64), head(64, -1), next(300);
  countPerCell(particles, count);
  linkCells(particles, head, next);
  corpus::print("cells", corpus::sum(count), corpus::sum(head), corpus::sum(next));

  std::vector<double> angles(2000);
  const double speed = pendulum(angles, 1.0, 0.01);
  corpus::print("pendulum", speed, corpus::sum(angles));
  oscillate(angles, 2.0, 0.001);
  corpus::print("oscillate", corpus::sum(angles), stepsBefore(100.0, 0.1, 5000));

  corpus::fill(field, 5);
  corpus::fill(other, 7);
  jacobi();
  corpus::print("jacobi", corpus::sum(other));
  gaussSeidel();
  corpus::print("gaussSeidel", corpus::sum(field));
  relaxColor(0);
  relaxColor(1);
  corpus::print("relaxColor", corpus::sum(field));
  relaxOddColumns();
  corpus::print("relaxOddColumns", corpus::sum(field));

  vibrate(a, 30, 0.25);
  corpus::print("vibrate", corpus::sum(a));
  upwind(a.data(), v.data(), 6000, 0.5);
  upwind(v.data(), v.data() + 1, 5999, 0.25);
  corpus::print("upwind", corpus::sum(v));
  upwindInPlace(v.data(), 6000, 0.75);
  corpus::print("upwindInPlace", corpus::sum(v));
  auto lattice = corpus::numbers<float>(5000, 9), moved = lattice;
  streamAround(lattice.data(), moved.data(), 5000);
  corpus::print("streamAround", corpus::sum(moved));
  streamAround(moved.data(), moved.data(), 5000);
  streamInto(lattice.data(), moved.data(), 5000);
  corpus::print("streamInto", corpus::sum(moved));

  solveLines(a.data(), 75, 80);
  corpus::print("solveLines", corpus::sum(a));

  std::vector<Element> elements(3000);
  corpus::repeat(3000, [&](std::size_t i) {
    elements[i] = {static_cast<int>(i / 3), static_cast<int>(i * i % 1001)};
  });
  assemble(elements, v, a);
  corpus::print("assemble", corpus::sum(a));
  levelElements(elements, a);
  assemble(elements, a, a);
  corpus::print("levelElements", corpus::sum(a));

  std::vector<Generator> generators(6000);
  corpus::repeat(6000, [&](std::size_t i) { generators[i].state = i + 1; });
  diffuse(v, generators);
  corpus::print("diffuse own", corpus::sum(v), generators[777].state);
  diffuse(v, generators[5]);
  corpus::print("diffuse one", corpus::sum(v), generators[5].state);
}
