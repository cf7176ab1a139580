// What a lambda captures is found by its name, and by a pointer only if somebody took its address.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <functional>

void byReference(long n, long *b) {
  auto fill = [&] {
    // loomp: parallel
    for (long i = 0; i < n; i++)
      b[i] = i;
  };
  fill();
}

void byCopy(long n, long *b) {
  auto fill = [=] {
    // loomp: parallel
    for (long i = 0; i < n; i++)
      b[i] = n - i;
  };
  fill();
}

void checked(long n, long *b, const long *c) {
  auto copy = [=] {
    // loomp: parallel assuming(no-alias)
    for (long i = 0; i < n; i++)
      b[i] = c[i];
  };
  copy();
}

long summed(long n, const long *b) {
  long sum = 0;
  auto add = [&] {
    // loomp: parallel
    for (long i = 0; i < n; i++)
      sum += b[i];
  };
  add();
  add();
  return sum;
}

long pointed(long n) {
  long *b = &n;
  auto fill = [&] {
    // loomp: parallel assuming(no-alias) -- b[0] is the bound: the check fails
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill();
  return n;
}

long referred(long n, long *b) {
  long &alias = n;
  b = &alias;
  auto fill = [=, &n] {
    // loomp: parallel assuming(no-alias) -- b[0] is the bound: the check fails
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill();
  return n;
}

long passed(long n) {
  auto fill = [&](long *b) {
    // loomp: parallel assuming(no-alias) -- the call below passes the address of the bound
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill(&n);
  return n;
}

long named(long n, long *b) {
  auto fill = [&m = n, b] {
    // loomp: parallel assuming(no-alias) -- m is a reference, and may be an element of b
    for (long i = 0; i < m; i++)
      b[i] = 0;
  };
  fill();
  return n;
}

// The address of the copy is taken in the lambda itself.
void ownCopy(long n) {
  auto fill = [n]() mutable {
    long *b = &n;
    // loomp: not-parallel -- b[0] is the bound
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill();
}

// Somebody else's closure assigns what this one counts by.
long closures(long n, long *b) {
  std::function<void()> shrink = [&] { --n; };
  auto fill = [&] {
    // loomp: not-parallel -- the call changes the bound
    for (long i = 0; i < n; i++) {
      b[i] = i;
      shrink();
    }
  };
  fill();
  return n;
}

// A lambda in a lambda.
void within(long n, long *b) {
  auto outer = [&](long m) {
    auto inner = [&] {
      // loomp: parallel
      for (long i = 0; i < n; i++)
        b[i] = m;
    };
    inner();
  };
  outer(3);
}

long *leaked;
void elsewhere(long n) {
  auto leak = [&] { leaked = &n; };
  leak();
  auto fill = [&](long *b) {
    // loomp: parallel assuming(no-alias) -- leaked leads to the bound
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill(leaked);
}

void reference(long &n, long *b) {
  auto fill = [&] {
    // loomp: parallel assuming(no-alias) -- n may be an element of b
    for (long i = 0; i < n; i++)
      b[i] = 0;
  };
  fill();
}

void array(int k, const int *from) {
  int w[8];
  auto fill = [&] {
    // loomp: parallel
    for (int i = 0; i < k; i++)
      w[i] = from[i + 1];
  };
  fill();
}

void arrayPointed(int k) {
  int w[9] = {};
  const int *from = w;
  auto fill = [&] {
    // loomp: parallel assuming(no-alias) -- from[i + 1] is w[i + 1]: the check fails
    for (int i = 0; i < k; i++)
      w[i] = from[i + 1];
  };
  fill();
}
