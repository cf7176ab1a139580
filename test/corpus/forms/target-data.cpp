//===- target-data.cpp - data that stays on a device between loops --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,4 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --device --fix-options="--form=target"
// RUN: sed 's|"../corpus.h"|"%S/../corpus.h"|' %s > %t.cpp
// RUN: %loomp fix --form=target --cost-model=off %t.cpp -- -std=c++20
// RUN: grep -v CHECK %t.cpp | sed -z 's/ *[\\]\n */ /g' > %t.joined
// RUN: FileCheck --implicit-check-not='{{#}}pragma omp target data' --input-file=%t.joined %s
//
// Loops that follow each other, with a region in which their data stays on the device; and beside
// them loops whose data the host needs in between, or behind. On the device of --device, which has
// memory of its own, data that stays too long is a wrong result. The directives are checked here.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

// Between loops that follow each other.

// CHECK-LABEL: {{^}}void twoSteps(
// CHECK: #pragma omp target data map(to : u[0:n]) map(from : v[0:n], w[0:n])
void twoSteps(double *__restrict w, double *__restrict v, const double *__restrict u, int n) {
  // truth: form target -- from u to v
  for (int i = 0; i < n; i++)
    v[i] = 2 * u[i];
  // truth: form target -- from v to w
  for (int i = 0; i < n; i++)
    w[i] = v[i] + 1;
}

// What the conditions of both loops ask is asked once more in front of them.
// CHECK-LABEL: {{^}}double sumBetween(
// CHECK: double sum = 0;
// CHECK: #pragma omp target data map(to : in_data[0:n]) map(from : out_data[0:n])
// CHECK-NOT: double sum
double sumBetween(std::vector<double> &out, const std::vector<double> &in) {
  const std::size_t n = in.size();
  // truth: form target -- each element on its own
  for (std::size_t i = 0; i < n; i++)
    out[i] = in[i] * in[i];
  double sum = 0; // moves up, since it is needed behind the block
  // truth: form target -- of what is there already
  for (std::size_t i = 0; i < n; i++)
    sum += out[i];
  return sum;
}

// CHECK-LABEL: {{^}}void printBetween(
// CHECK: #pragma omp target data map(tofrom : a[0:n])
void printBetween(int *a, int n) {
  // truth: form target -- once
  for (int i = 0; i < n; i++)
    a[i] += 3;
  std::printf("halfway of %d\n", n);
  // truth: form target -- and again
  for (int i = 0; i < n; i++)
    a[i] *= 2;
}

// One region around the loop over time, and what comes before and after it.
// CHECK-LABEL: {{^}}double aroundTime(
// CHECK: #pragma omp target data map(to : f[0:n]) map(from : u[0:n])
double aroundTime(double *__restrict u, const double *__restrict f, int n, int steps) {
  double total = 0;
  // truth: form target -- before
  for (int i = 0; i < n; i++)
    u[i] = f[i];
  // truth: no form target -- each step needs the one before
  for (int t = 0; t < steps; t++)
    // truth: form target -- within a step
    for (int i = 0; i < n; i++)
      u[i] = 0.5 * u[i] + f[i];
  // truth: form target -- after
  for (int i = 0; i < n; i++)
    total += u[i];
  return total;
}

// A loop under a condition may leave its elements alone.
// CHECK-LABEL: {{^}}void perhapsTwice(
// CHECK: #pragma omp target data map(tofrom : a[0:n])
void perhapsTwice(int *a, int n, bool twice) {
  // truth: form target -- always
  for (int i = 0; i < n; i++)
    a[i] += 1;
  if (twice) {
    // truth: form target -- not always
    for (int i = 0; i < n; i++)
      a[i] += 10;
  }
  // truth: form target -- always
  for (int i = 0; i < n; i++)
    a[i] *= 3;
}

// Within each step data stays; from step to step the host changes it.
// CHECK-LABEL: {{^}}void driven(
// CHECK: for (int t = 0; t < steps; t++)
// CHECK: #pragma omp target data
void driven(double *__restrict u, double *__restrict v, int n, int steps) {
  // truth: no form target -- each step needs the one before
  for (int t = 0; t < steps; t++) {
    // truth: form target -- from u to v
    for (int i = 1; i < n - 1; i++)
      v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]);
    // truth: form target -- and back
    for (int i = 1; i < n - 1; i++)
      u[i] = v[i];
    u[0] = t;
  }
}

// Over time, where the arrays may overlap, and where there are holes between the rows.
// CHECK-LABEL: {{^}}void heatAnywhere(
// CHECK: #pragma omp target data map(from : v[1:(long long)n - 2]) map(tofrom : u[0:n])
// CHECK-SAME: if(steps >= 1 && n >= 3 && (std::uintptr_t
void heatAnywhere(double *u, double *v, int n, int steps) {
  // truth: no form target -- each step needs the one before
  for (int t = 0; t < steps; t++) {
    // truth: form target -- where u and v are apart
    for (int i = 1; i < n - 1; i++)
      v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]);
    // truth: form target -- where they are
    for (int i = 1; i < n - 1; i++)
      u[i] = v[i];
  }
}

// CHECK-LABEL: {{^}}void plate(
// CHECK: #pragma omp target data map(tofrom : v[{{.*}}], u[{{.*}}])
// CHECK: target teams loop collapse(2)
// CHECK: target teams loop collapse(2)
void plate(double *__restrict u, double *__restrict v, int n, int steps) {
  // truth: no form target -- each step needs the one before
  for (int t = 0; t < steps; t++) {
    // truth: form target -- rows
    for (int i = 1; i < n - 1; i++)
      // truth: form target -- columns
      for (int j = 1; j < n - 1; j++)
        v[i * n + j] =
            0.25 * (u[(i - 1) * n + j] + u[(i + 1) * n + j] + u[i * n + j - 1] + u[i * n + j + 1]);
    // truth: form target -- rows
    for (int i = 1; i < n - 1; i++)
      // truth: form target -- columns
      for (int j = 1; j < n - 1; j++)
        u[i * n + j] = v[i * n + j];
  }
}

// A vector of which all is written, if there is a step at all.
// CHECK-LABEL: {{^}}void countSteps(
// CHECK: #pragma omp target data map(from : a_data[0:a.size()]) if(a.size() >= 1 && steps >= 1)
void countSteps(std::vector<int> &a, int steps) {
  // truth: no form target -- the last step counts
  for (int t = 0; t < steps; t++) {
    // truth: form target -- the number of the step
    for (std::size_t i = 0; i < a.size(); i++)
      a[i] = t;
    // truth: form target -- and of the element
    for (std::size_t i = 0; i < a.size(); i++)
      a[i] += static_cast<int>(i);
  }
}

// Arrays that live on the device alone.

// CHECK-LABEL: {{^}}void throughVector(
// CHECK: #pragma omp target data {{.*}}map(alloc : t_data[0:x.size()])
void throughVector(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size());
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[x.size() - 1 - i];
}

// CHECK-LABEL: {{^}}void throughNew(
// CHECK: #pragma omp target data {{.*}}map(alloc : t[0:n])
void throughNew(double *__restrict y, const double *__restrict x, int n) {
  double *t = new double[static_cast<std::size_t>(n > 0 ? n : 0)];
  // truth: form target -- to t
  for (int i = 0; i < n; i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (int i = 0; i < n; i++)
    y[i] = t[i] * t[n - 1 - i];
  delete[] t;
}

// CHECK-LABEL: {{^}}void throughArray(
// CHECK: #pragma omp target data {{.*}}map(alloc : t)
void throughArray(double *__restrict y, const double *__restrict x) {
  double t[100];
  // truth: form target -- to t
  for (int i = 0; i < 100; i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (int i = 0; i < 100; i++)
    y[i] = t[i] * t[99 - i];
}

// CHECK-LABEL: {{^}}void throughSmartPointer(
// CHECK: #pragma omp target data {{.*}}map(alloc : t_data[0:n])
void throughSmartPointer(double *y, int n) {
  const auto t = std::make_unique<double[]>(static_cast<std::size_t>(n > 0 ? n : 0));
  // truth: form target -- to t
  for (int i = 0; i < n; i++)
    t[i] = y[i] + 1;
  // truth: form target -- from t
  for (int i = 0; i < n; i++)
    y[i] = t[i] * t[n - 1 - i];
}

// In each iteration another vector, and none of it is left for the next one.
// CHECK-LABEL: {{^}}void anotherEachTime(
// CHECK: #pragma omp target data {{.*}}map(alloc : t_data[0:y.size()])
void anotherEachTime(std::vector<double> &y, int steps) {
  // truth: no form target -- each step needs the one before
  for (int k = 0; k < steps; k++) {
    std::vector<double> t(y.size());
    // truth: form target -- to t
    for (std::size_t i = 0; i < y.size(); i++)
      t[i] = y[i] + 1;
    // truth: form target -- from t
    for (std::size_t i = 0; i < y.size(); i++)
      y[i] = t[i] * 0.5 + t[y.size() - 1 - i] * 0.25;
  }
}

// The second field of a loop over time.
// CHECK-LABEL: {{^}}void secondField(
// CHECK: #pragma omp target data {{.*}}map(alloc : t_data[0:u.size()]){{.*}}steps >= 1
void secondField(std::vector<double> &u, int steps) {
  std::vector<double> t(u.size());
  // truth: no form target -- each step needs the one before
  for (int k = 0; k < steps; k++) {
    // truth: form target -- to t
    for (std::size_t i = 0; i < u.size(); i++)
      t[i] = u[i] * 0.5 + u[0];
    // truth: form target -- and back
    for (std::size_t i = 0; i < u.size(); i++)
      u[i] = t[i];
  }
}

// What does not stay: the host needs it in between.

// CHECK-LABEL: {{^}}void hostWrites(
void hostWrites(double *__restrict v, const double *__restrict u, int n) {
  // truth: form target -- from u to v
  for (int i = 0; i < n; i++)
    v[i] = u[i];
  v[0] = 7;
  // truth: form target -- what the host has written among it
  for (int i = 0; i < n; i++)
    v[i] *= 2;
}

// CHECK-LABEL: {{^}}double hostReads(
double hostReads(double *__restrict v, const double *__restrict u, int n) {
  double last = 0;
  // truth: form target -- from u to v
  for (int i = 0; i < n; i++)
    v[i] = 3 * u[i];
  last = v[n / 2];
  // truth: form target -- the host has read some of it
  for (int i = 0; i < n; i++)
    v[i] *= 2;
  return last;
}

static double *watched = nullptr;

// CHECK-LABEL: {{^}}void calledBetween(
void calledBetween(double *v, int n, const std::function<void()> &look) {
  // truth: form target -- once
  for (int i = 0; i < n; i++)
    v[i] += 1;
  look(); // at all that is reached from anywhere
  // truth: form target -- and again
  for (int i = 0; i < n; i++)
    v[i] *= 2;
}

// CHECK-LABEL: {{^}}void pointerMoves(
void pointerMoves(int *p, int n) {
  // truth: form target -- the first part
  for (int i = 0; i < n; i++)
    p[i] += 1;
  p += n / 2;
  // truth: form target -- and half of it, with the next one
  for (int i = 0; i < n; i++)
    p[i] *= 2;
}

// CHECK-LABEL: {{^}}void leftEarly(
void leftEarly(int *a, int n) {
  // truth: form target -- once
  for (int i = 0; i < n; i++)
    a[i] += 1;
  if (n > 10)
    return; // no way out of a region
  // truth: form target -- and again
  for (int i = 0; i < n; i++)
    a[i] *= 2;
}

// CHECK-LABEL: {{^}}void grows(
void grows(std::vector<int> &a) {
  // truth: form target -- as many as there are
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] += 1;
  a.push_back(5);
  // truth: form target -- and one more, perhaps elsewhere
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] *= 2;
}

// Its value is not known in front of the region, and it is needed behind.
// CHECK-LABEL: {{^}}double neededBehind(
double neededBehind(int *a, int n, double by) {
  // truth: form target -- once
  for (int i = 0; i < n; i++)
    a[i] += 1;
  double half = by / 2;
  // truth: form target -- and again
  for (int i = 0; i < n; i++)
    a[i] *= 2;
  return half;
}

// Further up the same name is another variable.
// CHECK-LABEL: {{^}}int sameName(
int sameName(int *a, int n, int by) {
  int result = 0;
  {
    // truth: form target -- by the parameter
    for (int i = 0; i < n; i++)
      a[i] += by;
    int by = 0;
    // truth: form target -- to the variable
    for (int i = 0; i < n; i++)
      by += a[i];
    result = by;
  }
  return result + by;
}

static int counts[4] = {90, 0, 0, 0};

// The host would ask for the number of iterations, which the device alone knows.
// CHECK-LABEL: {{^}}void countedThere(
void countedThere(std::vector<double> &a) {
  // truth: form target -- of an array that the next loop is counted by
  for (int i = 0; i < 4; i++)
    counts[i] -= 10;
  // truth: form target -- as many as the first element says
  for (int i = 0; i < counts[0]; i++)
    a[static_cast<std::size_t>(i)] += 2;
}

// CHECK-LABEL: {{^}}void startsWithWrite(
void startsWithWrite(double *u, int n, int steps) {
  int t;
  // truth: no form target -- each step needs the one before
  for (u[0] = 50, t = 0; t < steps; t++) {
    // truth: form target -- each element on its own
    for (int i = 0; i < n; i++)
      u[i] = u[i] * 0.5 + 1;
  }
}

static void check(int t) {
  if (t == 3)
    throw std::runtime_error("enough");
}

// CHECK-LABEL: {{^}}void thrownOut(
void thrownOut(double *u, int n, int steps) {
  // truth: no form target -- each step needs the one before
  for (int t = 0; t < steps; t++) {
    check(t);
    // truth: form target -- each element on its own
    for (int i = 0; i < n; i++)
      u[i] = u[i] * 0.5 + 1;
  }
}

// What comes back, since the host reads it behind the region.

// CHECK-LABEL: {{^}}double readBehind(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:x.size()]
double readBehind(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size());
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[i];
  return t[3];
}

// CHECK-LABEL: {{^}}std::vector<double> returned(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:x.size()]
std::vector<double> returned(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size());
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[i];
  return t;
}

// CHECK-LABEL: {{^}}double escaped(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:x.size()]
double escaped(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size());
  const double *p = &t[2];
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[i];
  return *p;
}

// CHECK-LABEL: {{^}}void partlyWritten(
// CHECK: #pragma omp target data {{.*}}map(tofrom : t_data[0:t.size()]
void partlyWritten(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size(), 4.0);
  // truth: form target -- but for the first one
  for (std::size_t i = 1; i < t.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- that is read here
  for (std::size_t i = 0; i < t.size(); i++)
    y[i] = t[i] * t[i];
}

// CHECK-LABEL: {{^}}void someWritten(
// CHECK: #pragma omp target data {{.*}}map(tofrom : t_data[0:t.size()]
void someWritten(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size(), 4.0);
  // truth: form target -- here and there
  for (std::size_t i = 0; i < t.size(); i++)
    if (x[i] > 0.5)
      t[i] = x[i] + 1;
  // truth: form target -- all of them are read
  for (std::size_t i = 0; i < t.size(); i++)
    y[i] = t[i] * t[i];
}

// The next iteration of the loop around reads it first.
// CHECK-LABEL: {{^}}double readAtTop(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:y.size()]
double readAtTop(std::vector<double> &y, int steps) {
  std::vector<double> t(y.size());
  double seen = 0;
  // truth: no form target -- each step needs the one before
  for (int k = 0; k < steps; k++) {
    seen += t[5];
    // truth: form target -- to t
    for (std::size_t i = 0; i < y.size(); i++)
      t[i] = y[i] + k;
    // truth: form target -- from t
    for (std::size_t i = 0; i < y.size(); i++)
      y[i] = t[i] * 0.5;
  }
  return seen;
}

// CHECK-LABEL: {{^}}double inLambda(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:x.size()]
double inLambda(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> t(x.size());
  auto second = [&] { return t[1]; };
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[i];
  return second();
}

// What the vector took over, others may know.
// CHECK-LABEL: {{^}}double takenOver(
// CHECK: #pragma omp target data {{.*}}map(from : t_data[0:x.size()]
double takenOver(std::vector<double> &y, const std::vector<double> &x) {
  std::vector<double> from(x.size(), 1.0);
  const double *known = &from[1];
  std::vector<double> t = std::move(from);
  // truth: form target -- to t
  for (std::size_t i = 0; i < x.size(); i++)
    t[i] = x[i] + 1;
  // truth: form target -- from t
  for (std::size_t i = 0; i < x.size(); i++)
    y[i] = t[i] * t[i];
  return *known;
}

int main() {
  auto x = corpus::numbers<double>(1000, 1), y = corpus::numbers<double>(1000, 2);
  auto z = corpus::numbers<double>(1000, 3);
  twoSteps(z.data(), y.data(), x.data(), 900);
  twoSteps(z.data(), y.data(), x.data(), 0);
  corpus::print("twoSteps", corpus::sum(y), corpus::sum(z), sumBetween(z, x));
  auto a = corpus::integers<int>(1001, 5, 0, 99);
  printBetween(a.data(), 700);
  printBetween(a.data(), -3);
  corpus::print("aroundTime", aroundTime(y.data(), x.data(), 800, 7),
                aroundTime(y.data(), x.data(), 800, 0), aroundTime(y.data(), x.data(), 0, 3),
                corpus::sum(y));
  perhapsTwice(a.data(), 300, false);
  perhapsTwice(a.data(), 400, true);
  corpus::print("perhapsTwice", corpus::sum(a));
  driven(x.data(), y.data(), 1000, 7);
  heatAnywhere(x.data(), z.data(), 1000, 7);
  heatAnywhere(x.data(), z.data(), 1000, 0);
  heatAnywhere(x.data() + 3, x.data(), 900, 5);
  plate(x.data(), y.data(), 30, 6);
  plate(x.data(), y.data(), 2, 6);
  plate(x.data(), y.data(), 30, 0);
  plate(x.data(), x.data() + 1, 3, 5);
  corpus::print("plate", corpus::sum(x), corpus::sum(y), corpus::sum(z));
  countSteps(a, 0);
  corpus::print("countSteps", corpus::sum(a));
  countSteps(a, 4);
  corpus::print("countSteps", corpus::sum(a));

  throughVector(y, x);
  throughNew(z.data(), x.data(), 1000);
  throughNew(z.data(), x.data(), -1);
  throughArray(y.data(), z.data());
  throughSmartPointer(z.data(), 500);
  throughSmartPointer(z.data(), 0);
  anotherEachTime(y, 3);
  secondField(z, 5);
  secondField(z, 0);
  corpus::print("through", corpus::sum(y), corpus::sum(z));

  hostWrites(y.data(), x.data(), 900);
  corpus::print("hostReads", hostReads(z.data(), x.data(), 900), corpus::sum(y), corpus::sum(z));
  watched = y.data();
  double seen = 0;
  calledBetween(y.data(), 900, [&] { seen += watched[5]; });
  pointerMoves(a.data(), 600);
  leftEarly(a.data(), 9);
  leftEarly(a.data(), 500);
  grows(a);
  corpus::print("calledBetween", seen, corpus::sum(y), corpus::sum(a));
  corpus::print("neededBehind", neededBehind(a.data(), 300, 5), sameName(a.data(), 300, 4));
  countedThere(y);
  startsWithWrite(y.data(), 900, 4);
  try {
    thrownOut(z.data(), 900, 9);
  } catch (const std::runtime_error &) {
    corpus::print("thrownOut", corpus::sum(z));
  }
  corpus::print("countedThere", corpus::sum(a), corpus::sum(y));
  corpus::print("behind", readBehind(y, x), corpus::sum(returned(y, x)), escaped(y, x));
  partlyWritten(y, x);
  someWritten(z, x);
  corpus::print("partly", corpus::sum(y), corpus::sum(z));
  corpus::print("readAtTop", readAtTop(y, 4), inLambda(y, x), takenOver(z, x));
}
