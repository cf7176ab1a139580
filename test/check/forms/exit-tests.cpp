// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// `if (c) break;` as the first statement of a loop that never ends otherwise.
void byWhile(int n, double *a) {
  int i = 0;
  // loomp: parallel
  while (true) {
    if (i >= n)
      break;
    a[i] *= 2;
    ++i;
  }
}
void byFor(int n, double *a) {
  // loomp: parallel
  for (int i = 0;; i++) {
    if (i == n) {
      break;
    }
    a[i] = 0;
  }
}
void byDo(int n, int m, double *a) {
  int i = 0;
  // loomp: parallel
  do {
    if (i >= n || !(i < m))
      break;
    a[i] = i;
    i += 1;
  } while (1);
}
void byPointer(double *p, double *end) {
  // loomp: parallel
  for (;;) {
    if (p == end)
      break;
    *p++ *= 2;
  }
}
void carried(int n, double *a) {
  int i = 1;
  // loomp: serial carried-flow-dependence on(a) -- a[i] is what the next iteration reads
  while (1) {
    if (i >= n)
      break;
    a[i] = a[i - 1];
    ++i;
  }
}
void behind(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- a[n] is written, too
  while (true) {
    a[i] = 1;
    if (i >= n)
      break;
    ++i;
  }
}
void second(int n, double *a) {
  int i = 0;
  // loomp: not-parallel early-exit -- ends at the first negative element
  while (true) {
    if (i >= n)
      break;
    if (a[i] < 0)
      break;
    a[i] = -1;
    ++i;
  }
}
void onData(double *a) {
  int i = 0;
  // loomp: not-parallel early-exit -- ends at the first negative element
  while (true) {
    if (a[i] < 0)
      break;
    a[i] = -1;
    ++i;
  }
}
void withElse(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- not recognized
  while (true) {
    if (i >= n)
      break;
    else
      a[i] = 1;
    ++i;
  }
}
void alsoTested(int n, int m, double *a) {
  // loomp: not-parallel early-exit -- two tests, of which the second is a jump
  for (int i = 0; i < n; i++) {
    if (i >= m)
      break;
    a[i] = 1;
  }
}
void changes(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- the test itself counts
  while (true) {
    if (i++ >= n)
      break;
    a[i] = 1;
  }
}
int returns(int n, double *a) {
  int i = 0;
  // loomp: not-parallel early-exit -- the function ends in the last iteration
  while (true) {
    if (i >= n)
      return i;
    a[i] = 1;
    ++i;
  }
}
