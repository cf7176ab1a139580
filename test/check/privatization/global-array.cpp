// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Arrays of static storage that each iteration fills alike, and twins that no copies help.
static long table[128], other[128], large[1 << 16], threadLocal[64];
extern long elsewhere[64];
#pragma omp threadprivate(threadLocal)

void scratch(int m, const long *__restrict a, long *__restrict out) {
  // loomp: parallel firstprivate(table) lastprivate(table)
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < m; ++i)
      table[i] = a[i] * r;
    out[r] = table[0] + table[m - 1];
  }
}
void declaredOnly(int m, const long *__restrict a, long *__restrict out) {
  // loomp: parallel firstprivate(elsewhere) lastprivate(elsewhere)
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 60; ++i)
      elsewhere[i] = a[i] * r;
    out[r] = elsewhere[r % 60];
  }
}
void onlyWritten(int m, const long *__restrict a) {
  // loomp: serial carried-output-dependence -- the loop inside is the one to run in parallel
  for (int r = 0; r < m; ++r)
    // loomp: parallel
    for (int i = 0; i < 60; ++i)
      elsewhere[i] = a[i] * 2;
}
void ofFunction(int m, const long *__restrict a, long *__restrict out) {
  static long w[16];
  out[1] += w[3];
  // loomp: parallel lastprivate(w) -- each iteration fills all of it; the next call reads it
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      w[i] = a[i] * r;
    out[r] = w[2] + w[5];
  }
}
static void fill(long *t, int m, long x) {
  // loomp: parallel
  for (int i = 0; i < m; ++i)
    t[i] = x + i;
}
void handedOver(int m, long *__restrict out) {
  // loomp: parallel firstprivate(table) lastprivate(table) -- the function gets the copy
  for (int r = 0; r < m; ++r) {
    fill(table, 16, r);
    out[r] = table[2] + table[5];
  }
}
void conditionFirst(int m, const long *__restrict a, int k) {
  // loomp: parallel assuming(no-dependence) -- a condition costs no copies
  for (int r = 0; r < m; ++r)
    table[r * k] = a[r];
}

static long sum() { return table[0] + table[1]; }
void readByCallee(int m, const long *__restrict a, long *__restrict out) {
  // loomp: not-parallel -- the function reads the array itself
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = sum();
  }
}
static void set(int i, long v) { table[i] = v; }
void writtenByCallee(int m, const long *__restrict a, long *__restrict out) {
  // loomp: not-parallel -- and here it writes it
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      set(i, a[i] * r);
    out[r] = table[3];
  }
}
void readByClosure(int m, const long *__restrict a, long *__restrict out) {
  // loomp: not-parallel -- in a lambda g++ means the array itself
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = [] { return table[3]; }();
  }
}
void pointedTo(int m, const long *__restrict a, long *__restrict out) {
  const long *p = table;
  // loomp: not-parallel -- p leads to the array itself
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = p[3];
  }
}
void pointerKept(int m, const long *__restrict a, const long **__restrict out) {
  // loomp: not-parallel role-not-lexical -- out[0] would lead into a copy
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i];
    out[r] = table + (table[3] & 7);
  }
}
void otherPointer(int m, const long *__restrict a, long *__restrict out, const long *q) {
  // loomp: not-parallel -- q may lead into it
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = table[3] + *q;
  }
}
void otherResult(int m, const long *__restrict a, long *out) {
  // loomp: not-parallel -- out[0] may be table[64], which a copy would take back
  for (int r = 0; r < m; ++r) {
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = a[i] * r;
    out[r] = table[3];
  }
}
void growing(int m, const long *__restrict a) {
  // loomp: serial carried-output-dependence -- the last iteration leaves table[0] to the others
  for (int r = m; r > 0; --r)
    // loomp: parallel
    for (int i = 0; i < r; ++i)
      table[i] = a[i] * r;
}
void sometimes(int m, const long *__restrict a) {
  // loomp: not-parallel -- the last iteration may not write
  for (int r = 0; r < m; ++r)
    if (a[r] > 0)
      // loomp: parallel
      for (int i = 0; i < 16; ++i)
        table[i] = a[i] * r;
}
void handedOn(int m, const long *__restrict a) {
  // loomp: serial carried-flow-dependence -- what an iteration leaves the next one reads
  for (int r = 0; r < m; ++r)
    // loomp: parallel
    for (int i = 0; i < 16; ++i)
      table[i] = table[i] / 2 + a[i];
}
void tooLarge(int m, const long *__restrict a) {
  // loomp: serial carried-output-dependence -- half a megabyte for the stack of each thread
  for (int r = 0; r < m; ++r)
    // loomp: parallel
    for (int i = 0; i < (1 << 16); ++i)
      large[i] = a[i] + r;
}
void perThread(int m, const long *__restrict a) {
  // loomp: not-parallel -- no clause can name what is private to threads
  for (int r = 0; r < m; ++r)
    // loomp: not-parallel hidden-state -- the same
    for (int i = 0; i < 60; ++i)
      threadLocal[i] = a[i] * 2;
}
void oneOfTwo(int m, const long *__restrict a) {
  // loomp: serial carried-output-dependence -- copies of `table` do not help `other`
  for (int r = 0; r < m; ++r)
    // loomp: parallel
    for (int i = 0; i < 60; ++i) {
      table[i] = a[i] * 2;
      other[i + r] = table[i];
    }
}
struct Box {
  static inline long cells[64] = {};
  void fill(int m, const long *__restrict a) {
    // loomp: serial carried-output-dependence -- a static member: not every compiler takes it
    for (int r = 0; r < m; ++r)
      // loomp: parallel
      for (int i = 0; i < 60; ++i)
        cells[i] = a[i] * 2;
  }
};
