// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// A loop does not wait at its begin: what stands in front of it, back to the last barrier, other
// threads may still be at. Confirmed is what certainly meets nothing there.
#include <omp.h>
int a[1000], b[1000], c[1000], d[64], g;

void master(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = n;
#pragma omp for
    // loomp: parallel -- as serial code; the others may read g before it is written
    for (int i = 0; i < n; i++)
      b[i] = g;
  }
}

void masked(int n) {
#pragma omp parallel
  {
#pragma omp masked
    g = n;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = g;
  }
}

void masterAndBarrier(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = n;
#pragma omp barrier
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = g;
  }
}

void masterElsewhere(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = n;
#pragma omp for
    // loomp: already-parallel -- it has nothing to do with g
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void masterReads(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = a[n - 1];
#pragma omp for
    // loomp: already-parallel -- both only read a
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void masterReadsWhatIsWritten(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = a[n - 1];
#pragma omp for
    // loomp: parallel -- as serial code; the value read may be the one from before or the new one
    for (int i = 0; i < n; i++)
      a[i] = b[i];
  }
}

void single(int n) {
#pragma omp parallel
  {
#pragma omp single
    a[0] = n;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void singleDoesNotWait(int n) {
#pragma omp parallel
  {
#pragma omp single nowait
    a[0] = n;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void singleElementApart(int n) {
#pragma omp parallel
  {
#pragma omp single nowait
    a[n] = n;
#pragma omp for
    // loomp: already-parallel -- the loop ends in front of a[n]
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void sections(int n) {
#pragma omp parallel
  {
#pragma omp sections nowait
    {
#pragma omp section
      a[0] = n;
#pragma omp section
      a[1] = n;
    }
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void sectionsWait(int n) {
#pragma omp parallel
  {
#pragma omp sections
    {
#pragma omp section
      a[0] = n;
#pragma omp section
      a[1] = n;
    }
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void critical(int n) {
#pragma omp parallel
  {
#pragma omp critical
    a[3]++;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void atomic(int n) {
#pragma omp parallel
  {
#pragma omp atomic
    g++;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = g;
  }
}

void task(int n) {
#pragma omp parallel
  {
#pragma omp task
    a[3] = n;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void plain(int n) {
#pragma omp parallel
  {
    a[omp_get_thread_num()] = n;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void plainElsewhere(int n) {
#pragma omp parallel
  {
    d[omp_get_thread_num()] = n;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void everyThreadAll(int n) {
#pragma omp parallel
  {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      a[i] = i;
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[n - 1 - i];
  }
}

void ofItsOwn(int n) {
#pragma omp parallel
  {
    int own[10], k = 0;
    // loomp: parallel
    for (int i = 0; i < 10; i++)
      own[i] = i;
    k = n;
#pragma omp for
    // loomp: already-parallel -- k belongs to the thread
    for (int i = 0; i < n; i++)
      b[i] = a[i] + k;
    d[omp_get_thread_num()] = own[3];
  }
}

void ownByAddress(int n) {
  static int *shown[64];
#pragma omp parallel
  {
    int mine = 0;
    shown[omp_get_thread_num()] = &mine;
#pragma omp barrier
    mine = n;
#pragma omp for
    // loomp: not-parallel -- others may read mine by its address
    for (int i = 0; i < n; i++)
      b[i] = *shown[i & 1];
#pragma omp barrier
  }
}

void zeroed(int n) {
  int s = 0;
#pragma omp parallel
  {
    s = 0;
#pragma omp for reduction(+ : s)
    // loomp: parallel reduction(+:s) -- as serial code; some may have begun
    for (int i = 0; i < n; i++)
      s += a[i];
  }
  g = s;
}

void zeroedByOne(int n) {
  int s = 0;
#pragma omp parallel
  {
#pragma omp single
    s = 0;
#pragma omp for reduction(+ : s)
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      s += a[i];
  }
  g = s;
}

void zeroedAgain(int n) {
  int s = 0;
#pragma omp parallel
  {
#pragma omp for reduction(+ : s)
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      s += a[i];
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = s;
    s = 0;
#pragma omp for reduction(+ : s)
    // loomp: parallel reduction(+:s) -- as serial code
    for (int i = 0; i < n; i++)
      s += c[i];
  }
  g = s;
}

void firstValue(int n) {
  int x = 0;
#pragma omp parallel
  {
#pragma omp master
    x = n;
#pragma omp for firstprivate(x)
    // loomp: parallel -- as serial code; the copies are made of the old value or of the new one
    for (int i = 0; i < n; i++)
      b[i] = x;
  }
}

void firstValueRead(int n) {
  int x = 5;
#pragma omp parallel
  {
#pragma omp master
    g = x;
#pragma omp for firstprivate(x)
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = x;
  }
}

void privateThere(int n) {
  int x = 0;
#pragma omp parallel
  {
#pragma omp master
    x = n;
#pragma omp for private(x)
    // loomp: already-parallel -- another x
    for (int i = 0; i < n; i++) {
      x = a[i];
      b[i] = x;
    }
  }
}

void unseen(int n) {
  extern void use();
#pragma omp parallel
  {
    use();
#pragma omp for
    // loomp: parallel -- as serial code; use() may write a
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void unseenAndBarrier(int n) {
  extern void use();
#pragma omp parallel
  {
    use();
#pragma omp barrier
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void unseenInSingle(int n) {
  extern void use();
#pragma omp parallel
  {
    if (n > 5) {
#pragma omp single
      use();
    }
#pragma omp for
    // loomp: already-parallel -- what waits at its end is over, wherever it stands
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void barrierInABranch(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = n;
    if (n != 1000) {
#pragma omp barrier
    }
#pragma omp for
    // loomp: parallel -- as serial code; with 1000 nobody waits
    for (int i = 0; i < n; i++)
      b[i] = g;
  }
}

void within(int n) {
#pragma omp parallel
  {
    {
      g = n;
    }
    if (n > 3) {
#pragma omp for
      // loomp: parallel -- as serial code
      for (int i = 0; i < n; i++)
        b[i] = g;
    }
  }
}

// Whoever calls it, the statement in front is run by each of its threads.
void orphan() {
  a[0] = 1;
#pragma omp for
  // loomp: parallel -- as serial code
  for (int i = 0; i < 100; i++)
    b[i] = a[99 - i];
}

void chosenByOne(int n) {
#pragma omp parallel
  {
#pragma omp single nowait
    g = n;
    int off = g;
#pragma omp for
    // loomp: parallel -- as serial code; some may have read g too early
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

// A region in a region: each thread of the outer one runs the whole loop.
void regionInRegion(int n) {
#pragma omp parallel
  {
#pragma omp parallel for
    // loomp: parallel -- as serial code; several threads add to each element
    for (int i = 0; i < n; i++)
      a[i] = a[i] + 1;
  }
}

void besideATask(int n) {
#pragma omp task
  g = n;
#pragma omp parallel for
  // loomp: parallel -- as serial code; called in a region, the task may wait for a thread
  for (int i = 0; i < n; i++)
    a[i] = g;
}

void besideATaskElsewhere(int n) {
#pragma omp task
  g = n;
#pragma omp parallel for
  // loomp: already-parallel -- the loop has nothing to do with g
  for (int i = 0; i < n; i++)
    a[i] = b[i];
}

void tasksOfOne(int n) {
#pragma omp parallel
  {
#pragma omp single
    // loomp: parallel -- as serial code
    for (int j = 0; j < n; j++) {
#pragma omp task
      a[j] = j;
    }
#pragma omp for
    // loomp: already-parallel -- `single` waits for its tasks, too
    for (int i = 0; i < n; i++)
      b[i] = a[i];
  }
}

void bound(int n) {
#pragma omp parallel
  {
#pragma omp master
    g = n;
#pragma omp for
    // loomp: parallel -- as serial code; the bound is not the same for all
    for (int i = 0; i < g; i++)
      a[i] = i;
  }
}

struct Frame {
  int n, x, v[100];
  void member() {
#pragma omp parallel
    {
#pragma omp master
      x = n;
#pragma omp for
      // loomp: parallel -- as serial code
      for (int i = 0; i < 100; i++)
        v[i] = x;
    }
  }
  void otherMember() {
#pragma omp parallel
    {
#pragma omp master
      n = 9;
#pragma omp for
      // loomp: already-parallel
      for (int i = 0; i < 100; i++)
        v[i] = x;
    }
  }
};

void byReference(int n) {
  int k = 0, &r = k;
#pragma omp parallel
  {
#pragma omp single nowait
    r = n;
#pragma omp for
    // loomp: parallel -- as serial code; r is k
    for (int i = 0; i < 100; i++)
      b[i] = k;
  }
}

void byPointer(int n, int *p, int *q) {
#pragma omp parallel
  {
#pragma omp master
    p[0] = n;
#pragma omp for
    // loomp: parallel -- as serial code; p and q may be one
    for (int i = 0; i < 100; i++)
      b[i] = q[i];
  }
}

void byLambda(int n) {
#pragma omp parallel
  {
    auto set = [&] { g = n; };
    set();
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < 100; i++)
      b[i] = g;
  }
}
