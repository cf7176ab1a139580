// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// In a region each thread has its own values of some variables. To serial code there is one.
#include <omp.h>
#include <vector>
int a[1000], b[1000], table[100][100], at;

void offset(int n) {
#pragma omp parallel
  {
    int off = omp_get_thread_num();
#pragma omp for
    // loomp: parallel -- as serial code; a[4] of thread 0's last iteration is thread 1's first
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void sameOffset(int n) {
#pragma omp parallel
  {
    int off = n / 2;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void pointer(int n) {
#pragma omp parallel
  {
    int *p = a + omp_get_thread_num();
#pragma omp for
    // loomp: parallel -- as serial code; each thread has another p
    for (int i = 0; i < n; i++)
      p[i] = i;
  }
}

void samePointer(int n) {
#pragma omp parallel
  {
    int *p = a + 1;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      p[i] = i;
  }
}

void reference(int n) {
#pragma omp parallel
  {
    int(&row)[100] = table[omp_get_thread_num()];
#pragma omp for
    // loomp: parallel -- as serial code; each thread has another row, of which it writes a part
    for (int i = 0; i < 100; i++)
      row[i] = n;
  }
}

void rowByRow(int n) {
#pragma omp parallel
  // loomp: parallel
  for (int t = 0; t < 100; t++) {
    int(&row)[100] = table[t];
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < 100; i++)
      row[i] = n;
  }
}

void startsApart(int n) {
#pragma omp parallel
  // loomp: not-parallel -- it starts with what a call tells
  for (int t = omp_get_thread_num(); t < n; t++) {
#pragma omp for
    // loomp: parallel -- as serial code; the threads are at different rows
    for (int i = 0; i < 99; i++)
      table[t][i + 1] = n;
  }
}

void changedByOne(int n) {
#pragma omp parallel
  {
    int off = 0;
#pragma omp single
    off = n;
#pragma omp for
    // loomp: parallel -- as serial code; one thread has n, the others have 0
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void changedForAll(int n) {
#pragma omp parallel
  {
#pragma omp single
    at = n;
    int off = at;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void takesANumber(int n) {
  int next = 0;
#pragma omp parallel
  {
    int off;
#pragma omp atomic capture
    off = next++;
#pragma omp for
    // loomp: parallel -- as serial code; each thread has another number
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void chosen(int n) {
#pragma omp parallel
  {
    int off = 0;
    if (omp_get_thread_num() == 0)
      off = 1;
#pragma omp for
    // loomp: parallel -- as serial code; 1 in thread 0, else 0
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void handedOut(int n) {
  extern void look(int &);
#pragma omp parallel
  {
    int off = 0;
    look(off);
#pragma omp for
    // loomp: parallel -- as serial code; nobody knows what each thread has seen
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void neverSet(int n) {
  int off = 3;
#pragma omp parallel private(off)
  {
#pragma omp for
    // loomp: parallel -- as serial code; the thread's own has no value
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void broughtAlong(int n) {
  int off = 3;
#pragma omp parallel firstprivate(off)
  {
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void ownArray(int n) {
#pragma omp parallel
  {
    int own[1000];
#pragma omp for
    // loomp: parallel -- as serial code; each thread fills a part of its own
    for (int i = 0; i < n; i++)
      own[i] = i;
#pragma omp for
    // loomp: parallel -- as serial code; which other iterations of this thread may never have filled
    for (int i = 0; i < n; i++)
      b[i] = own[n - 1 - i];
  }
}

int partOfThread(int n) {
  int s = 0;
#pragma omp parallel
  {
    int part = 0, last;
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++) {
      last = a[i];
      part += last * last;
    }
#pragma omp atomic
    s += part;
  }
  return s;
}

// Whoever calls it may be one of several threads, and call it with another argument.
void orphan(int off, int n) {
#pragma omp for
  // loomp: parallel -- as serial code
  for (int i = 0; i < n; i++)
    a[i + off] = i;
}

void orphanOfOne() {
#pragma omp for
  // loomp: already-parallel
  for (int i = 0; i < 100; i++)
    a[i] = i;
}

void ofAVector(std::vector<int> &v) {
#pragma omp parallel
  {
    int n = static_cast<int>(v.size());
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      v[i] = i;
  }
}

void readBeforeChanged(int n) {
#pragma omp parallel
  {
    int off = at;
#pragma omp single
    at = n;
#pragma omp for
    // loomp: parallel -- as serial code; who comes late reads what `single` has written
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void fromAnElement(int n) {
#pragma omp parallel
  {
    b[0] = omp_get_thread_num();
    int off = b[0];
#pragma omp for
    // loomp: parallel -- as serial code; b[0] changes while they read it
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void fromAnElementOfOne(int n) {
#pragma omp parallel
  {
#pragma omp single
    b[0] = n;
    int off = b[0];
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i + off] = i;
  }
}

void changedEachTime(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
    int off = at;
#pragma omp for nowait
    // loomp: parallel -- as serial code; who is fast changes it while others read it for this t
    for (int i = 0; i < n; i++)
      table[t][i + off] = i;
#pragma omp single
    at = t;
  }
}

void metByWhoSees(int n) {
#pragma omp parallel
  {
#pragma omp single nowait
    at = n;
    if (at > 3) {
#pragma omp for
      // loomp: parallel -- as serial code; some may not have seen it
      for (int i = 0; i < n; i++)
        a[i] = i;
    }
  }
}

void chunks(int n) {
#pragma omp parallel
  {
    int chunk = omp_get_thread_num() + 1;
#pragma omp for schedule(static, chunk)
    // loomp: parallel -- as serial code; the threads share out as they please
    for (int i = 0; i < n; i++)
      a[i] = i;
  }
}

void sameChunks(int n) {
#pragma omp parallel
  {
    int chunk = n / 4 + 1;
#pragma omp for schedule(static, chunk)
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      a[i] = i;
  }
}
