// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Members that each iteration sets: a directive that shares the object is wrong.
struct Box {
  long size, other;
};

void shared(long n, Box &b, double *__restrict a) {
#pragma omp parallel for
  // loomp: parallel lastprivate(sizeLocal) finding(race-dependence)
  for (long i = 0; i < n; i++) {
    b.size = i;
    a[i] = b.size;
  }
}

void ofEachThread(long n, double *__restrict a) {
#pragma omp parallel
  {
    Box b;
#pragma omp for
    // loomp: already-parallel
    for (long i = 0; i < n; i++) {
      b.size = i;
      a[i] = b.size;
    }
  }
}

void oneAtATime(long n, Box &b) {
#pragma omp parallel for
  // loomp: parallel lastprivate(sizeLocal)
  for (long i = 0; i < n; i++) {
#pragma omp critical
    b.size = i;
  }
}
