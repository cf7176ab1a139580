// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Objects whose member functions sum up in the members.
#include <cstdio>

struct Tally {
  long total = 0;
  long count = 0;
  unsigned seen = 0;
  short small = 0;
  void add(long by) {
    total += by;
    ++count;
  }
  void addPositive(long by) {
    if (by > 0)
      add(by);
  }
  void mark(unsigned bits) { seen |= bits; }
  void toggle(unsigned bits) { seen ^= bits; }
  Tally &operator+=(long by) {
    total += by;
    return *this;
  }
};
namespace shapes {
template <class T> struct Moments {
  T first{}, second{};
  void take(T x) {
    first += x;
    second += x * x;
  }
};
} // namespace shapes

int main() {
  long a[1000];
  for (long i = 0; i < 1000; ++i)
    a[i] = i * 37 % 101 - 40;
  Tally sum;
  sum.total = 5;
  // CHECK: #pragma omp declare reduction(+ : Tally : omp_out.total += omp_in.total) initializer(omp_priv = Tally{})
  // CHECK: #pragma omp parallel for reduction(+ : sum)
  for (long i = 0; i < 1000; ++i)
    sum += a[i] % 100;
  std::printf("%ld\n", sum.total);
  // CHECK: omp_out.total += omp_in.total, omp_out.count += omp_in.count, omp_out.seen |= omp_in.seen
  for (long i = 0; i < 1000; ++i) {
    sum.addPositive(a[i]);
    if (a[i] == 3)
      sum.total -= 7;
    sum.mark(unsigned(i & 64));
  }
  std::printf("%ld %ld %u\n", sum.total, sum.count, sum.seen);
  // CHECK: omp_out.seen ^= omp_in.seen)
  // CHECK: auto smallLocal
  for (long i = 0; i < 1000; ++i) {
    sum.toggle(unsigned(a[i]));
    sum.small += short(a[i]);
  }
  std::printf("%ld %ld %u %d\n", sum.total, sum.count, sum.seen, sum.small);
  shapes::Moments<long> moments;
  // CHECK: declare reduction(+ : shapes::Moments<long> : omp_out.first += omp_in.first, omp_out.second += omp_in.second)
  for (long i = 0; i < 1000; ++i)
    moments.take(a[i]);
  std::printf("%ld %ld\n", moments.first, moments.second);
  Tally one, two;
  // One directive cannot say both.
  // CHECK-NOT: reduction(+ : one, two)
  for (long i = 0; i < 1000; ++i) {
    one.add(a[i]);
    two.mark(unsigned(i));
  }
  std::printf("%ld %ld %u\n", one.total, one.count, two.seen);
}
