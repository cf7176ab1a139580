// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What is allocated in an iteration may outlive it, and with it a pointer or a reference.
struct Holder {
  long *p;
};
template <class F> struct Step {
  F f;
  void run() { f(); }
};

long initialized(int n, Holder *__restrict *__restrict q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- q[0]->p would lead to a copy that is gone
  for (int i = 0; i < n; ++i) {
    t = i;
    q[i] = new Holder{&t};
  }
  *q[0]->p = 77;
  return t;
}
long assigned(int n, Holder **q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- as above
  for (int i = 0; i < n; ++i) {
    t = i;
    Holder *h = new Holder;
    h->p = &t;
    q[i] = h;
  }
  *q[0]->p = 77;
  return t;
}
long found(int n, Holder *__restrict *__restrict q) {
  long t = 0;
  // loomp: not-parallel -- as above
  for (int i = 0; i < n; ++i) {
    t = i;
    q[i]->p = &t;
  }
  *q[0]->p = 77;
  return t;
}
long closure(int n, void **q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- who runs the closure later would assign a copy that is gone
  for (int i = 0; i < n; ++i) {
    auto f = [&t, i] { t = i; };
    f();
    q[i] = new decltype(f)(f);
  }
  return t;
}
long member(int n, void **q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- as above
  for (int i = 0; i < n; ++i) {
    auto f = [&t, i] { t = i; };
    Step<decltype(f)> step{f};
    step.run();
    q[i] = new Step<decltype(f)>{f};
  }
  return t;
}
long copiedMember(int n, void **q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- as above
  for (int i = 0; i < n; ++i) {
    auto f = [&t, i] { t = i; };
    Step<decltype(f)> step{f};
    step.run();
    q[i] = new Step<decltype(f)>(step);
  }
  return t;
}
long onlyRead(int n, void **q) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- as above, for one that reads t
  for (int i = 0; i < n; ++i) {
    t = i;
    auto f = [&t] { return t; };
    q[i] = new decltype(f)(f);
  }
  return t;
}
long inIteration(int n, long *__restrict a) {
  long t = 0;
  // loomp: parallel lastprivate(t) -- the holder is a variable of the iteration
  for (int i = 0; i < n; ++i) {
    t = i;
    Holder h{&t};
    a[i] = *h.p;
  }
  return t;
}
