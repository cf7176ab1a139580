// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Nobody can say which elements of b the loop reads; but none of them stands in an object into
// which b does not point.
#include <array>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <vector>
static float a[400];
static float rows[20][20];
static std::array<float, 400> fixed;
void gather(int n, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias) -- b does not point into `a`
  for (int i = 0; i < n; ++i)
    a[i] = b[x[i]];
}
void upToLoaded(int n, const float *b, const int *row) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i) {
    float t = 0;
    // loomp: parallel reduction(+:t)
    for (int j = row[i]; j < row[i + 1]; ++j)
      t += b[j];
    a[i] = t;
  }
}
void scatter(int n, float *b, const int *x) {
  // loomp: unknown carried-output-dependence -- two of x may be equal; that b is not `a` is no matter
  for (int i = 0; i < n; ++i)
    b[x[i * i]] = a[i];
}
void intoRow(int n, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias) -- a pointer to one row leads to the others
  for (int i = 0; i < n; ++i)
    rows[3][i] = b[x[i]];
}
void intoStdArray(int n, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    fixed[i] = b[x[i]];
}
void intoVector(std::vector<float> &v, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias) -- whatever v is part of, its storage is no part of anything
  for (int i = 0; i < (int)v.size(); ++i)
    v[i] = b[x[i]];
}
struct Holder {
  float before[4];
  std::vector<float> v;
  float cells[8];
};
void intoMember(Holder &h, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < (int)h.v.size(); ++i)
    h.v[i] = b[x[i]];
}
void byPointerInMemory(int n, const float *const *p, const int *x) {
  // loomp: parallel assuming(no-alias) -- what points to them is asked for where the loop runs
  for (int i = 0; i < n; ++i)
    a[i] = p[0][x[i]];
}
static float total;
void sum(int n, const float *b, const int *x) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; ++i)
    total += b[x[i]];
}
static Holder holder;
void intoVariable(const float *b, const int *x) {
  // loomp: parallel assuming(no-alias) -- of an array in a variable, all of the variable
  for (int i = 0; i < 8; ++i)
    holder.cells[i] = b[x[i]];
}

// The near-twins.
void intoNamedMember(Holder &h, const Holder *b, const int *x) {
  // loomp: unknown needs-assumption -- h may be b[1], and b does not point there
  for (int i = 0; i < 8; ++i)
    h.cells[i] = b[x[i]].before[0];
}
void intoReference(float &sum, const float *b, const int *x, int n) {
  // loomp: unknown needs-assumption -- sum may be b[1]
  for (int i = 0; i < n; ++i)
    sum += b[x[i]];
}
void intoArrayReference(std::array<float, 4> &r, const std::array<float, 4> *b, const int *x) {
  // loomp: unknown needs-assumption -- r may be b[1]
  for (int i = 0; i < 4; ++i)
    r[i] = b[x[i]][0];
}
void intoRowReference(float (&r)[20], const float (*b)[20], const int *x) {
  // loomp: unknown needs-assumption -- r may be b[1]
  for (int i = 0; i < 20; ++i)
    r[i] = b[x[i]][0];
}
void intoPointee(int n, float *r, const float *b, const int *x) {
  // loomp: unknown needs-assumption -- where what r points into begins, nobody can say
  for (int i = 0; i < n; ++i)
    r[i] = b[x[i]];
}
void intoView(std::span<float> s, const float *b, const int *x) {
  // loomp: unknown needs-assumption -- b may point in front of the part that s shows
  for (int i = 0; i < (int)s.size(); ++i)
    s[i] = b[x[i]];
}
void intoString(std::string &s, const char *b, const int *x) {
  // loomp: unknown needs-assumption -- short strings have their characters within, and b may point
  // to the first of several
  for (int i = 0; i < (int)s.size(); ++i)
    s[i] = b[x[i]];
}
void intoPool(std::pmr::vector<float> &v, const float *b, const int *x) {
  // loomp: unknown needs-assumption -- b may point to the beginning of the pool
  for (int i = 0; i < (int)v.size(); ++i)
    v[i] = b[x[i]];
}
void pointerMoves(int n, const float *b, const int *x) {
  // loomp: serial carried-flow-dependence -- b is another pointer in each iteration
  for (int i = 0; i < n; ++i) {
    a[i] = b[x[i]];
    b += x[i];
  }
}
void pointersInMemory(int n, const float **p, const int *x) {
  // loomp: unknown needs-assumption -- each iteration follows another pointer
  for (int i = 0; i < n; ++i)
    a[i] = p[i][x[i]];
}
extern float unbounded[];
void intoUnknownSize(int n, const float *b, const int *x) {
  // loomp: unknown needs-assumption -- where it ends is not known
  for (int i = 0; i < n; ++i)
    unbounded[i] = b[x[i]];
}
