// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Found by the mutation check: a body without braces is a scope, too. Its objects used to die after
// the loop.
static long total;
struct Note {
  long x;
  ~Note() { total = total * 3 + x; }
};
struct Quiet {
  long x;
  ~Quiet() { x = 0; }
};
void all(const long *a, long n) {
  // loomp: not-parallel -- the destructor of i=1 reads the 'total' that the one of i=0 wrote
  for (long i = 0; i < n; ++i)
    Note note{a[i]};
}
void some(const long *a, long n) {
  // loomp: not-parallel -- as above, where a[0] and a[1] are above 2
  for (long i = 0; i < n; ++i)
    if (a[i] > 2)
      Note note{a[i]};
}
long read(const long *a, long *b, long n) {
  // loomp: not-parallel -- an iteration whose a[i] is 2 reads the 'total' of an earlier one
  for (long i = 0; i < n; ++i) {
    if (a[i] > 2)
      Note note{a[i]};
    b[i] = total;
  }
  return total;
}
void quiet(const long *a, long n) {
  // loomp: parallel -- only the object itself is changed
  for (long i = 0; i < n; ++i)
    Quiet quiet{a[i]};
}
