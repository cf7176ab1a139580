//===- team-wrong-cases.h - regions that do not keep what they must -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Included by team-cases.cpp, within its namespace.
//
//===----------------------------------------------------------------------===//

// Everything below is wrong: it must not keep what the serial program keeps.

static void carriedFlow(Input &in) {
  Array<int> a;
#pragma omp parallel for
  for (int i = 1; i < in.n; ++i)
    a[i] = a[i - 1] + 1;
  a.keep(in);
}
static void carriedFlowDynamic(Input &in) {
  Array<int> a;
#pragma omp parallel for schedule(dynamic)
  for (int i = 1; i < in.n; ++i)
    a[i] = a[i - 1] + 1;
  a.keep(in);
}
static void carriedFlowMonotonic(Input &in) {
  Array<int> a;
#pragma omp parallel for schedule(monotonic : dynamic)
  for (int i = 1; i < in.n; ++i)
    a[i] = a[i - 1] + 1;
  a.keep(in);
}
static void carriedAnti(Input &in) {
  Array<int> a;
#pragma omp parallel for schedule(static, 1)
  for (int i = 0; i < in.n; ++i)
    a[i] = a[i + 1] + 1;
  a.keep(in);
}
static void carriedOutput(Input &in) {
  Array<int> a;
#pragma omp parallel for schedule(guided)
  for (int i = 0; i < in.n; ++i)
    a[i % 3] = i;
  a.keep(in);
}
static void noLastprivate(Input &in) {
  Array<int> a;
  int t = 0;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    t = a[i] + 1;
  in.keep(t);
}
static int global;
static void noPrivate(Input &in) {
  Array<int> a;
  global = 0;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i) {
    if (i == 0)
      global = 100;
    a[i] += global++;
  }
  a.keep(in);
}
static void wrongReduction(Input &in) {
  Array<int> a;
  int hash = 1;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    hash = (hash * 31 + a[i]) % 1000;
  in.keep(hash);
}
static void firstOnly(Input &in) {
  Array<int> a;
  int found = -1;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i) {
#pragma omp critical
    if (found < 0 && a[i] > 2)
      found = i;
  }
  in.keep(found);
}
static void output(Input &in) {
#pragma omp parallel for schedule(dynamic)
  for (int i = 0; i < in.n; ++i)
#pragma omp critical
    in.keep(i);
}
static void noBarrier(Input &in) {
  Array<int> a, b;
#pragma omp parallel
  {
#pragma omp for nowait
    for (int i = 0; i < in.n; ++i)
      a[i] = i * 100;
#pragma omp for
    for (int i = 0; i < in.n; ++i)
      b[i] = a[in.n - 1 - i] + a[i];
  }
  b.keep(in);
}
static void privatePerThread(Input &in) {
  Array<int> a;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    a[i] = thread();
  a.keep(in);
}

// Only a switch in the middle of an iteration shows these.

static void noPrivateDead(Input &in) {
  Array<int> a, b;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i) {
    global = a[i] * 2;
    b[i] = global + 1;
  }
  b.keep(in);
}
static void noReduction(Input &in) {
  Array<int> a;
  int sum = 0;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    sum += a[i];
  in.keep(sum);
}
static void appended(Input &in) {
  std::vector<int> v;
  v.reserve(9);
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    v.push_back(7);
  for (int x : v)
    in.keep(x);
}

/// The error leaves the region: the program ends.
void throwOut() {
#pragma omp parallel for num_threads(3)
  for (int i = 0; i < 9; ++i)
    if (i == 4)
      throw std::runtime_error("from the middle");
}

extern const std::vector<Case> cases;
