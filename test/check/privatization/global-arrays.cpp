// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A global array that all iterations fill alike: the last one leaves it for everybody.
#include <array>

static double row[64];
static std::array<double, 64> cells;
static long big[100000];
static thread_local double own[64];
static const double *reader = row;

static double first() { return row[0]; }

void filledByEach(const double *__restrict a, int n, int m) {
  // loomp: parallel firstprivate(row) lastprivate(row)
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < m; ++j)
      row[j] = a[i + j];
  }
}

void standardArray(const double *__restrict a, int n, int m) {
  // loomp: parallel firstprivate(cells) lastprivate(cells)
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < m; ++j)
      cells[j] = a[i + j];
  }
}

void temporary(const double *__restrict a, double *__restrict b, int n) {
  // loomp: parallel lastprivate(row)
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < 64; ++j)
      row[j] = a[i + j];
    b[i] = row[3] * row[7];
  }
}

void filledBySome(const double *__restrict a, int n, int m) {
  // loomp: not-parallel -- iterations of different lengths: what the last one does not write is from others
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < m - i; ++j)
      row[j] = a[i + j];
  }
}

void readByCallee(const double *__restrict a, double *__restrict b, int n) {
  // loomp: not-parallel -- the callee names 'row' itself, which no clause renames
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < 64; ++j)
      row[j] = a[i + j];
    b[i] = first();
  }
}

void readInLambda(const double *__restrict a, double *__restrict b, int n) {
  // loomp: not-parallel -- g++ renames nothing global in a lambda
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < 64; ++j)
      row[j] = a[i + j];
    auto sum = [&] { return row[0] + row[1]; };
    b[i] = sum();
  }
}

void readByPointer(const double *__restrict a, double *__restrict b, int n) {
  // Where 'reader' leads to 'row', the loop runs as it stands.
  // loomp: parallel lastprivate(row) assuming(no-alias)
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < 64; ++j)
      row[j] = a[i + j];
    b[i] = reader[3];
  }
}

void large(const double *__restrict a, int n, int m) {
  // loomp: not-parallel -- a copy of it would be as large as a stack
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < m; ++j)
      big[j] = long(a[i + j]);
  }
}

void ofTheThread(const double *__restrict a, int n, int m) {
  // loomp: not-parallel -- the other threads have another array
  for (int i = 0; i < n; ++i) {
    // loomp: unknown hidden-state -- the other threads have another array
    for (int j = 0; j < m; ++j)
      own[j] = a[i + j];
  }
}

void readsOld(const double *__restrict a, int n, int m) {
  // loomp: not-parallel -- an element that the iteration before set
  for (int i = 0; i < n; ++i) {
    // loomp: serial carried-flow-dependence -- the element before
    for (int j = 1; j < m; ++j)
      row[j] = a[i + j] + row[j - 1] * 0.5 + row[63];
    row[63] = a[i];
  }
}

const double *given(const double *__restrict a, int n, const double *p) {
  // loomp: not-parallel -- a pointer to the copy would be left behind
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int j = 0; j < 64; ++j)
      row[j] = a[i + j];
    p = &row[i % 64];
  }
  return p;
}
