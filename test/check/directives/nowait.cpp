// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// A loop that does not wait is right if nobody meets, up to the next barrier, what others are at.
#include <omp.h>
int a[1000], b[1000], c[1000], d[8];

void again(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = b[n - i] + t;
#pragma omp for nowait
    // loomp: parallel -- as serial code; the first loop of the next t reads b
    for (int i = 0; i < n; i++)
      b[i] = c[i] + t;
  }
}

void againBehindABarrier(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = b[n - i] + t;
#pragma omp for nowait
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = c[i] + t;
#pragma omp barrier
  }
}

void perhapsNoBarrier(int n, int m) {
#pragma omp parallel
  // loomp: parallel
  for (int t = 0; t < m; t++) {
#pragma omp for nowait
    // loomp: parallel -- as serial code; `continue` leads past the barrier
    for (int i = 0; i < n; i++)
      a[i] = a[i] + t;
    if (t == 3)
      continue;
#pragma omp barrier
  }
}

void itself(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for nowait
    // loomp: parallel -- as serial code; another thread may have i for the next t
    for (int i = 0; i < n; i++)
      a[i] = t;
  }
}

void itselfShareOut(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for schedule(static) nowait
    // loomp: already-parallel -- i belongs to one thread, for all t
    for (int i = 0; i < n; i++)
      a[i] = t;
  }
}

void itselfMoved(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for schedule(static) nowait
    // loomp: parallel -- as serial code; a[i + 1] of the next t belongs to another thread
    for (int i = 0; i < n; i++)
      a[i + t] = t;
  }
}

void itselfShorter(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for schedule(static) nowait
    // loomp: parallel -- as serial code; with fewer iterations i may be another thread's
    for (int i = 0; i < n - t; i++)
      a[i] = t;
  }
}

void withinABranch(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel finding(race-nowait) -- the second loop reads all of it
    for (int i = 0; i < n; i++)
      a[i] = i;
    if (n > 3) {
#pragma omp for
      // loomp: already-parallel
      for (int i = 0; i < n; i++)
        b[i] = a[n - 1 - i];
    }
  }
}

void barrierInABranch(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel -- as serial code; where n is not 1000, all is well
    for (int i = 0; i < n; i++)
      a[i] = i;
    if (n != 1000) {
#pragma omp barrier
    }
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void apartWithinABranch(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = i;
    if (n > 3) {
#pragma omp for
      // loomp: already-parallel
      for (int i = 0; i < n; i++)
        b[i] = c[n - 1 - i];
    }
  }
}

void single(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel finding(race-nowait) -- whoever is done first reads the last element
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp single
    b[0] = a[n - 1];
  }
}

void singleBehindABarrier(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp single
    b[0] = c[n - 1];
#pragma omp single
    b[1] = a[n - 1];
  }
}

void master(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp master
    b[0] = a[n - 1];
  }
}

void sections(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp sections
    {
#pragma omp section
      b[0] = a[n - 1];
#pragma omp section
      b[1] = n;
    }
  }
}

void plain(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      a[i] = i;
    d[omp_get_thread_num()] = a[n - 1];
  }
}

int plainOfThread(int n) {
  int s = 0;
#pragma omp parallel
  {
    int part = 0;
#pragma omp for nowait
    // loomp: already-parallel -- the part belongs to the thread
    for (int i = 0; i < n; i++)
      part += a[i];
#pragma omp critical
    s += part;
  }
  return s;
}

int sum(int n) {
  int s = 0;
#pragma omp parallel
  {
#pragma omp for reduction(+ : s) nowait
    // loomp: parallel reduction(+:s) -- as serial code; the others have not added their part yet
    for (int i = 0; i < n; i++)
      s += b[i];
    d[omp_get_thread_num()] = s;
  }
  return s;
}

int sumBehindABarrier(int n) {
  int s = 0;
#pragma omp parallel
  {
#pragma omp for reduction(+ : s) nowait
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      s += b[i];
#pragma omp barrier
    d[omp_get_thread_num()] = s;
  }
  return s;
}

int last() {
  int s = 0;
#pragma omp parallel
  {
#pragma omp for lastprivate(s) nowait
    // loomp: parallel lastprivate(s) -- as serial code; the last iteration may not have run yet
    for (int i = 0; i < 100; i++)
      s = a[i];
    d[omp_get_thread_num()] = s;
  }
  return s;
}

void unseen(int n) {
  extern void use();
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: parallel -- as serial code; use() may read a
    for (int i = 0; i < n; i++)
      a[i] = i;
    use();
  }
}

void halves(int n) {
#pragma omp parallel
  {
#pragma omp for nowait
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp for
    // loomp: already-parallel
    for (int i = n; i < 2 * n; i++)
      b[i] = a[i];
  }
}

// Whoever calls it may go on with anything.
void orphan() {
#pragma omp for nowait
  // loomp: parallel -- as serial code
  for (int i = 0; i < 100; i++)
    a[i] = i;
}

void ofItsOwn(int n) {
#pragma omp parallel
  {
    int own[1000];
#pragma omp for nowait
    // loomp: parallel -- as serial code; each thread has a part, and nobody meets
    for (int i = 0; i < n; i++)
      own[i] = i;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = own[n - 1 - i];
  }
}
