// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A closure that a function is handed: a variable that it captured is no memory of any other name,
// if no pointer or reference leads to it.
template <class F> static void each(long n, F f) {
  // loomp: parallel
  for (long k = 0; k < n; ++k)
    f(k);
}
template <class F, class G> static void both(long n, F f, G g) {
  // loomp: not-parallel -- the second closure of 'caller' writes what the first one reads
  for (long k = 0; k < n; ++k) {
    f(k);
    g(k);
  }
}
template <class F> static void beside(long n, long *p, F f) {
  // loomp: not-parallel -- 'leads' hands in the address of what the closure reads
  for (long k = 0; k < n; ++k) {
    p[k] = 2;
    f(k);
  }
}
template <class F> static void bound(long n, F f) {
  // loomp: not-parallel -- the closure's 'first' is an element of what it writes to
  for (long k = 0; k < n; ++k)
    f(k);
}
struct Pair { long a[8]; long b; };
void caller(long *__restrict w, long n) {
  long at = 4;
  each(n, [&](long k) { w[k] = at; });
}
void same(long *w, long n) {
  long at = 4;
  both(n, [&](long k) { w[k] = at; }, [&](long k) { at = k; });
}
void leads(long *w, long n) {
  long at = 4;
  beside(1, &at, [&](long k) { w[k] = at; });
}
void bindings(Pair &pair) {
  auto &[a, b] = pair;
  bound(9, [&](long k) { a[k] = b; });
}
void lambda_around(long *w, long n) {
  long at = 4;
  auto run = [&](auto f) {
    // loomp: not-parallel -- both lambdas name the one variable
    for (long k = 0; k < n; ++k) {
      f(k);
      at = k;
    }
  };
  run([&](long k) { w[k] = at; });
}
