// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Jumps forward to a label in the same iteration.
#include <cmath>
void store(double *x, int n) {
  // loomp: parallel -- the label is in the iteration
  for (int i = 0; i < n; i++) {
    double y = x[i];
    if (y < 1.0)
      goto store;
    y = 1.0 + std::log(y);
  store:
    x[i] = y;
  }
}
void fromNested(double *x, const int *k, int n) {
  // loomp: parallel -- two jumps from nested blocks
  for (int i = 0; i < n; i++) {
    if (k[i] > 3) {
      x[i] += 1;
      if (k[i] > 5)
        goto done;
      x[i] *= 2;
    } else {
      goto done;
    }
    x[i] -= 3;
  done:;
  }
}
double skipped(double *x, int n) {
  double last = 0;
  // loomp: not-parallel -- an iteration that jumps adds the y of the one before
  for (int i = 0; i < n; i++) {
    if (x[i] < 0)
      goto add;
    last = x[i];
  add:
    x[i] += last;
  }
  return last;
}
void carried(double *x, const int *k, int n) {
  // loomp: not-parallel carried-flow-dependence on(x) -- x[i - 1] where k[i] is 0
  for (int i = 1; i < n; i++) {
    double y = 0;
    if (k[i])
      goto put;
    y = x[i - 1];
  put:
    x[i] = y;
  }
}
void backward(double *x, int n) {
  // loomp: not-parallel -- a loop by another name
  for (int i = 0; i < n; i++) {
  again:
    x[i] /= 2;
    if (x[i] > 1)
      goto again;
  }
}
void intoBlock(double *x, int n) {
  // loomp: not-parallel -- into a block, which is not understood
  for (int i = 0; i < n; i++) {
    if (x[i] < 0)
      goto inside;
    if (x[i] > 1) {
    inside:
      x[i] = 0;
    }
  }
}
void outOfInner(double *x, const double *y, int n, int m) {
  // loomp: not-parallel -- out of an inner loop, which is not understood
  for (int i = 0; i < n; i++) {
    // loomp: not-parallel early-exit -- ends at the first large y
    for (int j = 0; j < m; j++)
      if (y[j] > x[i])
        goto found;
    x[i] = 0;
  found:
    x[i] += 1;
  }
}
void outOfLoop(double *x, int n) {
  // loomp: serial early-exit -- the iterations after the first negative x must not run
  for (int i = 0; i < n; i++) {
    if (x[i] < 0)
      goto failed;
    x[i] = 1;
  }
failed:
  x[0] = 7;
}
double callee(double v) {
  double r = 0;
  if (v < 0)
    goto out;
  r = v * 2;
  if (r > 10) {
    r = 10;
    goto out;
  }
  r += 1;
out:
  return r;
}
void calls(double *x, int n) {
  // loomp: parallel -- the jumps stay in the function that is called
  for (int i = 0; i < n; i++)
    x[i] = callee(x[i]);
}
int counter;
struct Counts {
  ~Counts() { ++counter; }
};
void destroys(double *x, int n) {
  // loomp: not-parallel -- the jump runs a destructor, which counts (as an update that no clause names)
  for (int i = 0; i < n; i++) {
    {
      Counts c;
      if (x[i] < 0)
        goto end;
      x[i] = counter;
    }
    x[i] += 1;
  end:
    x[i] *= 2;
  }
}
int indexAtLabel(const int *k, int *a, int n) {
  int j = 0;
  // loomp: not-parallel -- j is what the last iteration that did not jump left
  for (int i = 0; i < n; i++) {
    if (k[i])
      goto use;
    j = i;
  use:
    a[j] += i;
  }
  return j;
}
