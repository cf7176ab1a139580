// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Values that the loop may write itself, or that it never reaches, are limited before ranges are
// formed with them.
#include <cstddef>
#include <vector>

void offset(long n, long *a, const long *p) {
  // loomp: parallel assuming(no-alias) -- *p may be anything where it is written
  for (size_t i = 0; i < size_t(n + 1); i += 2)
    a[long(i) + *p + 110] = long(i);
}

void stride(long n, long *a, const long *p) {
  // loomp: parallel assuming(no-alias) -- a stride of 1 to 7
  for (long i = 0; i < n; i += 2)
    a[i * (*p % 4 + 4) + 30] = i;
}

void strideMayBeZero(long n, long *a, const long *p) {
  // loomp: not-parallel -- where *p is -3, all iterations write one element
  for (long i = 0; i < n; i++)
    a[i * (*p % 4 + 3) + 30] = i;
}

void strideWritten(long n, long *a, long *p) {
  // loomp: not-parallel -- the stride is written by its name
  for (long i = 0; i < n; i++) {
    a[i * (*p % 4 + 4) + 30] = i;
    *p = i;
  }
}

struct Row {
  long *cells;
  long size;
};

void ownSize(long i, Row *w) {
  // loomp: parallel assuming(no-alias) -- a row may be where its own size is
  for (long j = 0; j < w[i].size; ++j)
    w[i].cells[j] = j;
}

void ownSizeChanges(long i, Row *w) {
  // loomp: not-parallel -- the size is written by its name
  for (long j = 0; j < w[i].size; ++j) {
    w[i].cells[j] = j;
    w[i].size = 7;
  }
}

struct Span {
  long *data;
  long base;
  long &operator[](long j) { return data[j + base]; }
  long get(long j) const { return data[j + base]; }
};

void ownBase(Span &q, long n) {
  // loomp: parallel assuming(no-alias) -- the elements may contain the base, or the pointer
  for (long j = 0; j < n; ++j)
    q[j] = q.get(j) % 1000;
}

void ownBaseMoves(Span &q, long n) {
  // loomp: not-parallel -- each iteration moves the base
  for (long j = 0; j < n; ++j) {
    q[j] = 1;
    ++q.base;
  }
}

void neverReached(const int *in, int *out, long n, long limit, long scale) {
  // loomp: parallel assuming(no-alias) -- the product may be far beyond all elements
  for (long i = 0; i < n; i++) {
    int t = 0;
    // loomp: not-parallel early-exit -- a thread cannot know whether to go on
    for (long j = i; j < limit * scale; ++j) {
      if (in[j] % 3 == 1)
        break;
      t += in[j] % 5;
    }
    out[i] = t;
  }
}

void neverWraps(unsigned i, char *w, const int *f, long n) {
  // loomp: parallel assuming(no-dependence,no-alias) -- where 16 * i + j stays below 2^32
  for (long j = 0; j < n; ++j)
    w[unsigned(16 * i + j)] = static_cast<char>(f[j] & 7);
}

void owners(const std::vector<std::vector<int>> &rows, std::vector<int> &v, size_t mask, long n) {
  // loomp: parallel assuming(no-alias) -- v may be a row; there may be no row at the mask
  for (long i = 0; i < n; i++)
    v[i] = rows[i & mask][i];
}
