//===- calls.cpp - loops whose work happens in functions ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Helpers with effects through pointers and references, recursion, hidden state, input and output,
// callbacks, exceptions, default arguments. The loop itself shows only a call; whether iterations
// meet is decided in the body of the callee, or cannot be decided.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

// Effects through pointers.

static void axpyAt(double *y, const double *x, double a, int i) { y[i] += a * x[i]; }
static void smearAt(double *y, int i) { y[i] += 0.5 * y[i - 1]; }

void axpy(double *y, const double *x, double a, int n) {
  // truth: parallel -- run-time check that y[0..n) and x[0..n) do not overlap
  for (int i = 0; i < n; i++)
    axpyAt(y, x, a, i);
}

void smear(double *y, int n) {
  // truth: serial carried-flow-dependence -- i reads y[i-1], which i-1 wrote
  for (int i = 1; i < n; i++)
    smearAt(y, i);
}

struct Body {
  double x, v;
};

static void drift(Body *b, double dt) { b->x += b->v * dt; }

static void collide(Body *a, Body *b) {
  if (a->x > b->x) {
    double v = a->v;
    a->v = b->v;
    b->v = v;
  }
}

void driftAll(std::vector<Body> &bodies, double dt) {
  // truth: parallel
  for (std::size_t i = 0; i < bodies.size(); ++i)
    drift(&bodies[i], dt);
}

void collideAll(std::vector<Body> &bodies) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- body
  for (std::size_t i = 0; i + 1 < bodies.size(); ++i)
    collide(&bodies[i], &bodies[i + 1]);
}

// Effects through references, functions that return references.

static void polar(double x, double y, double &r, double &phi) {
  r = std::sqrt(x * x + y * y);
  phi = std::atan2(y, x);
}

static void follow(double x, double &level) { level = 0.875 * level + x; }

double polarTable(const std::vector<double> &x, const std::vector<double> &y,
                  std::vector<double> &out) {
  double r = 0.0, phi = 0.0;
  // truth: parallel -- private(r) lastprivate(phi), guarded for no iteration
  for (std::size_t i = 0; i < x.size(); ++i) {
    polar(x[i], y[i], r, phi);
    out[i] = r + phi;
  }
  return phi;
}

double levelTable(const std::vector<double> &x, std::vector<double> &out) {
  double level = 0.0;
  // truth: serial carried-flow-dependence -- level of i depends on level of i-1
  for (std::size_t i = 0; i < x.size(); ++i) {
    follow(x[i], level);
    out[i] = level;
  }
  return level;
}

static long &cell(std::vector<long> &v, std::size_t i) { return v[i]; }

void numberCells(std::vector<long> &v) {
  // truth: parallel
  for (std::size_t i = 0; i < v.size(); ++i)
    cell(v, i) = static_cast<long>(i * i);
}

void numberHalf(std::vector<long> &v) {
  // truth: serial carried-output-dependence -- iterations 2k and 2k+1 both write v[k]
  for (std::size_t i = 0; i < v.size(); ++i)
    cell(v, i / 2) = static_cast<long>(i * i);
}

void shiftBy(std::vector<double> &v, const double &offset) {
  // truth: parallel -- run-time check that offset is no element of v
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] -= offset;
}

// Function templates, a function pointer with a known value.

template <typename T> static const T &clampTo(const T &x, const T &low, const T &high) {
  return x < low ? low : high < x ? high : x;
}

void clampAll(std::vector<double> &v, double low, double high) {
  // truth: parallel
  for (double &x : v)
    x = clampTo(x, low, high);
}

static double halve(double x) { return 0.5 * x; }

void halveAll(std::vector<double> &v) {
  double (*const f)(double) = halve;
  // truth: parallel -- f is halve
  for (double &x : v)
    x = f(x);
}

void mapAll(std::vector<double> &v, double (*f)(double)) {
  // truth: serial unknown-call|may-throw -- f may keep a state
  for (double &x : v)
    x = f(x);
}

static double drifting(double x) {
  static int calls = 0;
  return x + 0.001 * ++calls;
}

// Recursion.

static long ways(int stairs) { return stairs < 2 ? 1 : ways(stairs - 1) + ways(stairs - 2); }

static long known[64];

static long waysKnown(int stairs) {
  if (stairs < 2)
    return 1;
  if (known[stairs] == 0)
    known[stairs] = waysKnown(stairs - 1) + waysKnown(stairs - 2);
  return known[stairs];
}

void countWays(const std::vector<int> &stairs, std::vector<long> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < stairs.size(); ++i)
    out[i] = ways(stairs[i]);
}

void countWaysKnown(const std::vector<int> &stairs, std::vector<long> &out) {
  // truth: serial hidden-state|carried-flow-dependence -- earlier iterations fill the table known
  for (std::size_t i = 0; i < stairs.size(); ++i)
    out[i] = waysKnown(stairs[i]);
}

// Blocks sorted by a helper: side by side, and overlapping.

static void sortBlock(int *block) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- sort
  for (int i = 1; i < 16; ++i) {
    int x = block[i], j = i;
    // truth: serial non-canonical-loop|unsupported-loop-form|early-exit|carried-anti-dependence -- ends by data
    while (j > 0 && block[j - 1] > x) {
      block[j] = block[j - 1];
      --j;
    }
    block[j] = x;
  }
}

void sortBlocks(std::vector<int> &v) {
  const std::size_t blocks = v.size() / 16;
  // truth: parallel -- the callee touches block[0..15] only
  for (std::size_t b = 0; b < blocks; ++b)
    sortBlock(&v[16 * b]);
}

void sortOverlapping(std::vector<int> &v) {
  const std::size_t blocks = v.size() / 16;
  // truth: serial carried-flow-dependence|carried-output-dependence|carried-anti-dependence -- half
  for (std::size_t b = 0; b < blocks; ++b)
    sortBlock(&v[8 * b]);
}

// Scratch memory: of the call, and of the program.

static double medianOfThree(const double *p) {
  double s[3] = {p[0], p[1], p[2]};
  if (s[0] > s[1])
    std::swap(s[0], s[1]);
  if (s[1] > s[2])
    std::swap(s[1], s[2]);
  return s[0] > s[1] ? s[0] : s[1];
}

static double scratch[3];

static double medianInScratch(const double *p) {
  scratch[0] = p[0], scratch[1] = p[1], scratch[2] = p[2];
  if (scratch[0] > scratch[1])
    std::swap(scratch[0], scratch[1]);
  if (scratch[1] > scratch[2])
    std::swap(scratch[1], scratch[2]);
  return scratch[0] > scratch[1] ? scratch[0] : scratch[1];
}

void despike(const std::vector<double> &in, std::vector<double> &out) {
  const int n = static_cast<int>(in.size());
  // truth: parallel -- run-time check &in != &out
  for (int i = 1; i < n - 1; ++i)
    out[i] = medianOfThree(&in[i - 1]);
}

void despikeInScratch(const std::vector<double> &in, std::vector<double> &out) {
  const int n = static_cast<int>(in.size());
  // truth: serial role-not-lexical|hidden-state|carried-output-dependence|carried-anti-dependence -- one scratch
  for (int i = 1; i < n - 1; ++i)
    out[i] = medianInScratch(&in[i - 1]);
}

// Hidden state, default arguments.

static unsigned scramble(unsigned x) {
  x ^= x << 13;
  x ^= x >> 17;
  return x ^ (x << 5);
}

static unsigned nextNoise() {
  static unsigned state = 2463534242u;
  return state = scramble(state);
}

static unsigned dither(unsigned value, unsigned noise = 77u) { return value + noise % 16; }
static unsigned ditherMore(unsigned value, unsigned noise = nextNoise()) {
  return value + noise % 16;
}

void noiseByIndex(std::vector<unsigned> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = scramble(static_cast<unsigned>(i) + 1);
}

void noiseByCall(std::vector<unsigned> &out) {
  // truth: serial hidden-state|carried-flow-dependence -- the static state of nextNoise
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = nextNoise();
}

void ditherAll(std::vector<unsigned> &values) {
  // truth: parallel
  for (unsigned &v : values)
    v = dither(v);
}

void ditherAllMore(std::vector<unsigned> &values) {
  // truth: serial hidden-state|carried-flow-dependence -- the default argument calls nextNoise
  for (unsigned &v : values)
    v = ditherMore(v);
}

void roll(std::vector<int> &dice) {
  // truth: serial hidden-state|unknown-call -- rand keeps a state
  for (std::size_t i = 0; i < dice.size(); ++i)
    dice[i] = std::rand() % 6 + 1;
}

// Input and output.

void widths(const std::vector<int> &numbers, std::vector<int> &out) {
  char text[32];
  // truth: parallel -- private(text)
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out[i] = std::snprintf(text, sizeof text, "%d", numbers[i]);
}

void list(const std::vector<int> &numbers, std::vector<int> &out) {
  // truth: serial observable-order -- the lines are printed in order
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out[i] = std::printf("  line %d\n", numbers[i]);
}

// Callbacks.

template <typename Visit> void forEachIndex(int n, Visit visit) {
  // truth: parallel -- the one instantiation writes squares[i]
  for (int i = 0; i < n; ++i)
    visit(i);
}

void forEachIndexWith(int n, void (*visit)(int, void *), void *context) {
  // truth: serial unknown-call|may-throw -- visit may do anything with *context
  for (int i = 0; i < n; ++i)
    visit(i, context);
}

// Exceptions.

static int digitOrThrow(char c) {
  if (c < '0' || c > '9')
    throw std::invalid_argument("digit");
  return c - '0';
}

static int digitOr(char c, int other) noexcept { return c < '0' || c > '9' ? other : c - '0'; }

void digits(const std::string &text, std::vector<int> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < text.size(); ++i)
    out[i] = digitOr(text[i], -1);
}

void digitsChecked(const std::string &text, std::vector<int> &out) {
  // truth: serial may-throw -- a character that is no digit ends the loop
  for (std::size_t i = 0; i < text.size(); ++i)
    out[i] = digitOrThrow(text[i]);
}

void digitsCaught(const std::string &text, std::vector<int> &out) {
  // truth: parallel -- the exception does not leave the iteration
  for (std::size_t i = 0; i < text.size(); ++i) {
    try {
      out[i] = digitOrThrow(text[i]);
    } catch (const std::invalid_argument &) {
      out[i] = -2;
    }
  }
}

// Short circuits.

static long checks = 0;

static bool isSmall(int x) noexcept { return x > -100 && x < 100; }

static bool isSmallCounted(int x) noexcept {
  ++checks;
  return isSmall(x);
}

bool allSmall(const std::vector<int> &v) {
  bool ok = true;
  // truth: parallel -- reduction(&& : ok); isSmall has no effects
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && isSmall(v[i]);
  return ok;
}

bool allSmallCounted(const std::vector<int> &v) {
  bool ok = true;
  // truth: serial speculative-evaluation|not-a-reduction|carried-flow-dependence|hidden-state -- a failure stops the count
  for (std::size_t i = 0; i < v.size(); ++i)
    ok = ok && isSmallCounted(v[i]);
  return ok;
}

// Time steps with swapped buffers.

static void step(const std::vector<double> &in, std::vector<double> &out) {
  const int n = static_cast<int>(in.size());
  // truth: parallel -- run-time check &in != &out
  for (int i = 1; i < n - 1; ++i)
    out[i] = 0.25 * in[i - 1] + 0.5 * in[i] + 0.25 * in[i + 1];
}

void simulate(std::vector<double> &now, int steps) {
  std::vector<double> next = now;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (int t = 0; t < steps; ++t) {
    step(now, next);
    std::swap(now, next);
  }
}

int main() {
  auto x = corpus::numbers<double>(6000, 1), y = corpus::numbers<double>(6000, 2);
  std::vector<double> out(6000);
  axpy(y.data(), x.data(), 0.5, 6000);
  axpy(y.data() + 1, y.data(), 0.25, 5999);
  corpus::print("axpy", corpus::sum(y));
  smear(y.data(), 6000);
  corpus::print("smear", corpus::sum(y));

  std::vector<Body> bodies(3000);
  corpus::repeat(3000, [&](std::size_t i) {
    bodies[i] = {1.5 * x[i] + 0.01 * static_cast<double>(i), y[i]};
  });
  driftAll(bodies, 0.25);
  collideAll(bodies);
  driftAll(bodies, 0.5);
  corpus::print("bodies", bodies[10].x, bodies[1500].x, bodies[2990].v);

  const double phi = polarTable(x, y, out);
  corpus::print("polarTable", phi, corpus::sum(out));
  const double level = levelTable(x, out);
  corpus::print("levelTable", level, corpus::sum(out));
  std::vector<long> longs(5000);
  numberCells(longs);
  corpus::print("numberCells", corpus::sum(longs));
  numberHalf(longs);
  corpus::print("numberHalf", corpus::sum(longs));
  shiftBy(out, 0.5);
  shiftBy(out, out[100]);
  corpus::print("shiftBy", corpus::sum(out));

  clampAll(out, -20.0, 1.5);
  halveAll(out);
  mapAll(out, drifting);
  corpus::print("clampAll", corpus::sum(out));

  auto stairs = corpus::integers<int>(5000, 3, 0, 12);
  countWays(stairs, longs);
  corpus::print("countWays", corpus::sum(longs));
  countWaysKnown(stairs, longs);
  corpus::print("countWaysKnown", corpus::sum(longs));

  auto ints = corpus::integers<int>(6400, 5, 0, 99999);
  sortBlocks(ints);
  corpus::print("sortBlocks", corpus::sum(ints));
  sortOverlapping(ints);
  corpus::print("sortOverlapping", corpus::sum(ints));

  despike(x, out);
  corpus::print("despike", corpus::sum(out));
  despikeInScratch(x, x);
  despike(x, x);
  corpus::print("despikeInScratch", corpus::sum(x));

  std::vector<unsigned> noise(5000);
  noiseByCall(noise);
  ditherAll(noise);
  corpus::print("noiseByCall", corpus::sum(noise));
  noiseByIndex(noise);
  ditherAllMore(noise);
  corpus::print("noiseByIndex", corpus::sum(noise));
  std::srand(1);
  std::vector<int> dice(5000);
  roll(dice);
  corpus::print("roll", corpus::sum(dice));

  std::vector<int> lengths(6400);
  widths(ints, lengths);
  corpus::print("widths", corpus::sum(lengths));
  list({17, -4, 123456}, lengths);
  corpus::print("list", lengths[0], lengths[1], lengths[2]);

  std::vector<int> squares(5000);
  forEachIndex(5000, [&](int i) { squares[i] = i * i; });
  corpus::print("forEachIndex", corpus::sum(squares));
  long hash = 7;
  forEachIndexWith(
      5000,
      [](int i, void *context) {
        long &h = *static_cast<long *>(context);
        h = (h * 31 + i) % 1000003;
      },
      &hash);
  corpus::print("forEachIndexWith", hash);

  std::string text(5000, '7');
  text[4000] = 'x';
  std::vector<int> values(5000);
  digits(text, values);
  digitsCaught(text, values);
  corpus::print("digits", corpus::sum(values));
  text[3000] = 'y';
  text[2999] = '3';
  try {
    digitsChecked(text, values);
  } catch (const std::invalid_argument &) {
    corpus::print("digitsChecked", corpus::sum(values));
  }

  values[2000] = 500;
  bool ok = allSmall(values);
  corpus::print("allSmall", ok);
  ok = allSmallCounted(values);
  corpus::print("allSmallCounted", ok, checks);

  simulate(y, 100);
  corpus::print("simulate", corpus::sum(y));
}
