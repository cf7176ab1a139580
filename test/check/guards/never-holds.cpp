// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What stands under a condition that holds in no iteration needs no role.
static long total;
struct Note {
  long x;
  ~Note() {
    if (x == 2)
      total = 7;
  }
};

void odd(long n, long *a) {
  // loomp: parallel
  for (long i = 1; i < n; i += 2) {
    Note note{i};
    a[i] = note.x;
  }
}

void even(long n, long *a) {
  // loomp: not-parallel -- i=2 sets total
  for (long i = 0; i < n; i += 2) {
    Note note{i};
    a[i] = note.x;
  }
}

void above(long n, long *a) {
  // loomp: parallel
  for (long i = 3; i < n; ++i) {
    Note note{i};
    a[i] = note.x;
  }
}

void perhapsAbove(long m, long n, long *a) {
  // loomp: parallel peeled(middle) -- but for i=2, which runs on its own
  for (long i = m; i < n; ++i) {
    Note note{i};
    a[i] = note.x;
  }
}

long inText(long n, long *a) {
  long last = 0;
  // loomp: parallel
  for (long i = 1; i < n; i += 2) {
    if (i == 4)
      last += a[i] * last;
    a[i] = last;
  }
  return last;
}
