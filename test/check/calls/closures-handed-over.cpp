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

// What a generic lambda, or a member of a class in a function, declares is handed on where nobody
// looked; and a constructor may keep the address of an object.
long W[6400];
template <class F> static void ofGeneric(long n, F f, long *p) {
  // loomp: not-parallel -- p leads to 'hist'
  for (long k = 0; k < n; ++k) {
    p[k] = k;
    f(k);
  }
}
void generic(long n) {
  auto outer = [&](auto m) {
    long hist[6400] = {};
    ofGeneric(m, [&](long k) { W[k] = hist[k > 0 ? k - 1 : 0]; }, hist);
  };
  outer(n);
}
template <class F> static void ofMember(long n, F f, long *p) {
  // loomp: not-parallel -- p leads to 'hist'
  for (long k = 0; k < n; ++k) {
    p[k] = k;
    f(k);
  }
}
void member(long n) {
  struct Local {
    static void run(long n) {
      long hist[6400] = {};
      ofMember(n, [&](long k) { W[k] = hist[k > 0 ? k - 1 : 0]; }, hist);
    }
  };
  Local::run(n);
}
struct Self {
  long x;
  Self *self;
  Self() : x(3), self(this) {}
};
template <class F> static void ofObject(long n, F f, Self *p) {
  // loomp: not-parallel -- p leads to 'hist'
  for (long k = 0; k < n; ++k) {
    p[k].x = k;
    f(k);
  }
}
void object(long n) {
  Self hist[6400];
  ofObject(n, [&](long k) { W[k] = hist[k > 0 ? k - 1 : 0].x; }, hist[0].self);
}
