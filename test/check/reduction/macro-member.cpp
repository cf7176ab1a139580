// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A directive that names a member says what a macro makes of it.
struct Tally {
  long total = 0, count = 0;
  void add(long by) {
    total += by;
    count++;
  }
};
#define total count
long sums(const long *v, long n) {
  Tally sum;
  // loomp: not-parallel -- 'omp_out.total' would be the count
  for (long i = 0; i < n; ++i) { sum.add(v[i]); }
  return sum.count;
}
