// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// `at` throws nothing where a condition in front of the loop says that all elements are there.
#include <array>
#include <string>
#include <vector>

void each(long n, std::vector<long> &v) {
  // loomp: parallel assuming(in-bounds) -- v.size() >= n
  for (long i = 0; i < n; i++)
    v.at(i) = i;
}
void downwards(int n, int m, std::vector<long> &v) {
  // loomp: parallel assuming(in-bounds) -- m >= 0, too
  for (int i = n - 1; i >= m; i -= 2)
    v.at(i) = i;
}
long invariant(const std::vector<long> &v, const std::vector<long> &w) {
  long s = 0;
  // loomp: parallel reduction(+:s) assuming(in-bounds) -- w.size() >= 4
  for (long e : v)
    s += e * w.at(3);
  return s;
}
void another(std::vector<long> &v, const std::vector<int> &w) {
  // loomp: parallel assuming(in-bounds) -- w.size() >= v.size()
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = w.at(i);
}
void fixed(unsigned n, std::array<long, 50> &a) {
  // loomp: parallel assuming(in-bounds) -- n <= 50
  for (unsigned i = 0; i < n; i++)
    a.at(i) = i;
}
void letters(std::string &s, int n) {
  // loomp: parallel assuming(in-bounds)
  for (int i = 0; i < n; i++)
    s.at(i) = 'a' + i % 26;
}
void triangle(int n, std::vector<long> &v) {
  // loomp: parallel assuming(in-bounds) -- no inner loop leads farther than n * 16
  for (int i = 0; i < n; i++)
    // loomp: parallel assuming(in-bounds)
    for (int j = 0; j < 16; j++)
      v.at(i * 16 + j) = j;
}
static long get(const std::vector<long> &v, long i) { return v.at(i); }
long called(long n, const std::vector<long> &v) {
  long s = 0;
  // loomp: parallel reduction(+:s) assuming(in-bounds)
  for (long i = 0; i < n; i++)
    s += get(v, i);
  return s;
}

void grows(long n, std::vector<long> &v) {
  // loomp: unknown may-throw -- the size in front of the loop says nothing
  for (long i = 0; i < n; i++) {
    v.at(i) = i;
    v.push_back(i);
  }
}
void shrinks(long n, std::vector<long> &v, std::vector<long> &w) {
  // loomp: unknown may-throw -- elements that were there in front of the loop are there no more
  for (long i = 0; i < n; i++) {
    w.resize(n - i);
    v[i] = w.at(i);
  }
}
long wherever(long n, const std::vector<long> &v, const long *where) {
  long s = 0;
  // loomp: unknown may-throw -- nobody knows which elements these are
  for (long i = 0; i < n; i++)
    s += v.at(where[i]);
  return s;
}
void rows(long n, std::vector<std::vector<long>> &v) {
  // loomp: unknown may-throw -- each row has a size of its own
  for (long i = 0; i < n; i++)
    v[i].at(i) = i;
}
void always(const std::array<long, 50> &a, long *to) {
  // loomp: unknown may-throw -- no condition lets two iterations run
  for (long i = 0; i < 8; i++)
    to[i] = a.at(i + 49);
}
void empty(long n, std::vector<long> &v) {
  // loomp: unknown may-throw -- the elements in front of the first
  for (long i = 0; i < n; i++)
    v.at(i - 1) = i;
}
void wraps(unsigned n, std::vector<long> &v) {
  // loomp: parallel assuming(in-bounds, fixed-step) -- where 3 * i does not wrap around
  for (unsigned i = 0; i < n; i++)
    v.at(3 * i) = i;
}
void scattered(const std::vector<int> &v, std::vector<int> &__restrict o, int n) {
  // loomp: not-parallel -- v.at(60) may throw: what is behind it cannot be sorted to find equal ones
  for (int i = 0; i < n; i++)
    o[v.at(i)] = 1;
}
void beside(const std::vector<int> &v, std::vector<int> &__restrict o, int n, const int *d) {
  // loomp: not-parallel -- d may have v.size() elements only
  for (int i = 0; i < n; i++)
    o[d[i]] = v.at(i);
}
