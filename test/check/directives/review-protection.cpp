// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// What keeps threads apart, or does not: no directive is accused unless the race is certain, and
// none is called right that is not.
#include <atomic>
#include <mutex>
#include <omp.h>

int g;
int h[8];
std::mutex mutex;
std::atomic<bool> taken;
void enter();
void leave();

void lockGuard(int n) {
#pragma omp parallel for
  // loomp: not-parallel -- as serial code it is a reduction; the guard lets one thread in at a time
  for (int i = 0; i < n; i++) {
    std::lock_guard<std::mutex> lock(mutex);
    g += i;
  }
}

void unseenLock(int n) {
#pragma omp parallel for
  // loomp: not-parallel -- what enter() does is not known
  for (int i = 0; i < n; i++) {
    enter();
    g += i;
    leave();
  }
}

void omLock(omp_lock_t *lock, int n) {
#pragma omp parallel for
  // loomp: not-parallel -- the lock is not followed
  for (int i = 0; i < n; i++) {
    omp_set_lock(lock);
    g += i;
    omp_unset_lock(lock);
  }
}

void spinLock(int n) {
#pragma omp parallel for
  // loomp: not-parallel -- an atomic variable may be a lock
  for (int i = 0; i < n; i++) {
    // loomp: not-parallel -- it waits
    while (taken.exchange(true)) {
    }
    g += i;
    taken.store(false);
  }
}

void sectionThroughPointer(const int *a, int n) {
  int *p = h;
#pragma omp parallel for reduction(+ : p[ : 8])
  // loomp: parallel atomic(+:h) assuming(no-alias) -- as serial code; p is h: the section is
  // reduced
  for (int i = 0; i < n; i++)
    p[a[i] & 7]++;
}

void slotOfThread(int n) {
  static int z[64];
#pragma omp parallel
  {
    int t = omp_get_thread_num();
#pragma omp for
    // loomp: parallel reduction(+:zLocal) -- as serial code; each thread has another t
    for (int i = 0; i < n; i++)
      z[t] += i;
  }
}

void sameValueByAll(int n) {
  int y = 0;
#pragma omp parallel for
  // loomp: parallel lastprivate(y) -- as serial code; every iteration writes 1, one at a time
  for (int i = 0; i < n; i++) {
#pragma omp atomic write
    y = 1;
  }
  g = y;
}

void oneThread(int n) {
#pragma omp parallel for num_threads(1)
  // loomp: parallel reduction(+:g) -- a team of one races with nobody
  for (int i = 0; i < n; i++)
    g += i;
}

void neverParallel(int n) {
#pragma omp parallel for if (0)
  // loomp: serial carried-flow-dependence -- i=0 writes h[0], i=1 reads it; in one thread
  for (int i = 0; i < n; i++)
    h[i & 7] = h[0] + i;
}

void twoNames(int n) {
  int y = 0;
#pragma omp parallel for
  // loomp: parallel reduction(+:y) finding(race-reduction) -- 'one' does not keep out 'two'
  for (int i = 0; i < n; i++) {
#pragma omp critical(one)
    y += 1;
#pragma omp critical(two)
    y += 2;
  }
  g = y;
}

void oneName(int n) {
  int y = 0;
#pragma omp parallel for
  // loomp: already-parallel
  for (int i = 0; i < n; i++) {
#pragma omp critical(one)
    y += 1;
#pragma omp critical(one)
    y += 2;
  }
  g = y;
}

void besideTheCopy(const int *a, int n) {
  int s = 0, *p = &s;
#pragma omp parallel for reduction(+ : s)
  // loomp: parallel reduction(+:pLocal) -- as serial code; *p is the variable itself, not the copy of the thread
  for (int i = 0; i < n; i++)
    *p += a[i];
  g = s;
}

void beforeTheBarrier(const int *a, int *b, int n) {
  int s = 0;
#pragma omp parallel
  {
#pragma omp for reduction(+ : s) nowait
    // loomp: parallel reduction(+:s) finding(race-nowait) -- the next loop reads s at once
    for (int i = 0; i < n; i++)
      s += a[i];
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = s;
  }
}

void sharedSum(int n) {
#pragma omp parallel for
  // loomp: parallel reduction(+:g) finding(race-reduction) -- i=0 and i=1 may update g at once
  for (int i = 0; i < n; i++)
    g += i;
}
