// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Of loops in a serial loop that all threads run: the end of its body stands in front of the next
// iteration.
int a[1000], b[1000], c[1000];

void next(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: parallel -- as serial code; who is late writes a[0] that others read
    for (int i = 0; i < n; i++)
      b[i] = a[i] + t;
    a[0] = b[n - 1];
  }
}

void nextBehindABarrier(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[i] + t;
#pragma omp master
    a[0] = b[n - 1];
#pragma omp barrier
  }
}

void nextBehindSingle(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      b[i] = a[i] + t;
#pragma omp single
    a[0] = b[n - 1];
  }
}

void nextSkips(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp for
    // loomp: parallel -- as serial code
    for (int i = 0; i < n; i++)
      b[i] = a[i] + t;
#pragma omp master
    a[0] = b[n - 1];
    if (t == 3)
      continue;
#pragma omp barrier
  }
}

void aroundTwice(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int s = 0; s < m; s++) {
    // loomp: not-parallel -- every t writes the same elements
    for (int t = 0; t < m; t++) {
#pragma omp for
      // loomp: parallel -- as serial code; the next s begins while some are at a[0]
      for (int i = 0; i < n; i++)
        b[i] = a[i] + t;
    }
    a[0] = b[n - 1];
  }
}

void notEachTime(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- every t writes the same elements
  for (int t = 0; t < m; t++) {
#pragma omp master
    a[t] = t;
    if (t > 5) {
#pragma omp for
      // loomp: parallel -- as serial code; the others may be in an earlier t, where nobody waits
      for (int i = 0; i < t; i++)
        b[i] = a[i];
    }
  }
}

void eachTime(int n, int m) {
#pragma omp parallel
  // loomp: not-parallel -- b is written by each t
  for (int t = 0; t < m; t++) {
#pragma omp master
    a[t] = t;
#pragma omp for
    // loomp: already-parallel -- those in front of it have the same t, and a[t] is not read
    for (int i = 0; i < t; i++)
      b[i] = a[i];
  }
}

void rounds(int n, int m) {
#pragma omp parallel
  {
    // loomp: not-parallel -- every t writes the same elements
    for (int t = 0; t < m; t++) {
#pragma omp for
      // loomp: already-parallel
      for (int i = 0; i < n; i++)
        b[i] = a[i] + t;
#pragma omp for
      // loomp: already-parallel
      for (int i = 0; i < n; i++)
        a[i] = b[n - 1 - i];
    }
#pragma omp for
    // loomp: already-parallel
    for (int i = 0; i < n; i++)
      c[i] = a[n - 1 - i];
  }
}
