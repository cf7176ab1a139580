// RUN: %differential %s
// Steps in memory that the loop may write: the check in front of it must tell.
#include <cstdio>
#include <vector>
static long memory[4000];
static void show(const char *name, long left) {
  unsigned long sum = 0;
  for (int i = 0; i < 4000; i++)
    sum = sum * 31 + (unsigned long)memory[i];
  std::printf("%s %ld %lu\n", name, left, sum % 1000003);
  for (int i = 0; i < 4000; i++)
    memory[i] = i % 7 + 1;
}
struct Host {
  std::vector<long> &v;
  long m, step;
  void ofMember() {
    for (long j = 0; j < m; j += step)
      v[j] = j;
  }
  void ofPointer(long *w) {
    for (long j = 0; j < m; j += step)
      w[j] = 3;
  }
};
static void behindPointer(long *w, const long *step, long n) {
  for (long j = 0; j < n; j += *step)
    w[j] = j % 5 + 1;
}
static long counter(long *w, const long *step, long n) {
  long q = 0;
  for (long j = 0; j < n; ++j) {
    w[j] = q;
    q += *step;
  }
  return q;
}
static long both(int *w, const long *step, const int *more, int n) {
  long q = 0;
  for (int j = 0; j < n; ++j) {
    w[j] = (int)q;
    q += *step;
    q += *more;
  }
  return q;
}
static int ints[2000];
int main() {
  show("start", 0);
  std::vector<long> v(2000, 1);
  for (long n : {0, 1, 2, 30, 1000}) {
    Host host{v, n, 3};
    host.ofMember();
    show("ofMember", v[3] + v[27]);
    host.ofPointer(memory);
    show("ofPointer", host.step);
    behindPointer(memory, memory + 2000, n);
    show("apart", 0);
    behindPointer(memory, memory + 7, n);
    show("inside", 0);
    behindPointer(memory + 5, memory, n);
    show("before", 0);
    show("counter", counter(memory, memory + 2000, n));
    show("counterInside", counter(memory, memory + 20, n));
    show("counterLast", counter(memory, memory + n - (n > 0), n));
    for (int &each : ints)
      each = 2;
    show("both", both(ints, memory + 3, ints + 1500, (int)n) + ints[n]);
    show("bothInside", both(ints, memory + 3, ints + 9, (int)n) + ints[n]);
  }
}
