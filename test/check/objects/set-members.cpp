// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Members of objects that each iteration sets before it reads them: a local variable stands for
// them, as for members of the object itself (reduced-members.cpp has those that are updated).

struct Box {
  double cells[40];
  long size;
  int kind;
  unsigned flag : 3;
};
union Either {
  long whole;
  int half;
};
struct Outer {
  Box inner;
  Either either;
};

void setAndRead(long n, Box &v) {
  // loomp: parallel
  for (long i = 1; i < n; i++) {
    v.size = i;
    v.cells[i] = 0.5 * v.size;
  }
}

void readFirst(long n, Box &v) {
  // loomp: serial carried-flow-dependence -- the iteration before has set it
  for (long i = 1; i < n; i++) {
    v.cells[i] = 0.5 * v.size;
    v.size = i;
  }
}

// The rewritten loop asks whether these are two objects.
void otherMayBeTheSame(long n, Box &v, const Box &u) {
  // loomp: parallel
  for (long i = 1; i < n; i++) {
    v.size = i;
    v.cells[i] = 0.5 * u.size;
  }
}

void notAlways(long n, const double *a, Box &v) {
  // loomp: unknown carried-flow-dependence carried-anti-dependence carried-output-dependence -- the last iteration need not set it
  for (long i = 1; i < n; i++)
    if (a[i] > 0) {
      v.size = i;
      v.cells[i] = 0.5 * v.size;
    }
}

void throughPointer(long n, Box *__restrict p, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    p->size = 3 * i;
    a[i] = p->size;
  }
}

void elementOfArray(long n, Box *__restrict p, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    p[2].size = 3 * i;
    a[i] = p[2].size;
  }
}

void anotherElementEachTime(long n, Box *__restrict p, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    p[i].size = 3 * i;
    a[i] = p[i].size;
  }
}

void elementThatMeets(long n, Box *__restrict p, double *__restrict a) {
  // loomp: serial carried-anti-dependence carried-flow-dependence -- p[1].size is written in iteration 1, and read in the next two
  for (long i = 0; i < n; i++) {
    p[i].size = 3 * i;
    a[i] = p[i / 2 + 1].size;
  }
}

void ofALocal(long n, double *a) {
  Box v{};
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    v.size = 2 * i;
    a[i] = v.size;
  }
  a[0] = v.size;
}

void copiedAsAWhole(long n, Box &v, Box *__restrict all) {
  // loomp: serial carried-output-dependence -- the copy reads every member
  for (long i = 0; i < n; i++) {
    v.size = i;
    all[i] = v;
  }
}

static void note(Box &v, long i) { v.size = i; }

void setByCallee(long n, Box &v, double *__restrict a) {
  // loomp: serial carried-anti-dependence carried-output-dependence -- no text in the loop names it
  for (long i = 0; i < n; i++) {
    note(v, i);
    a[i] = v.size;
  }
}

void bitField(long n, Box &v, double *__restrict a) {
  // loomp: unknown shared-bytes -- a local variable would not cut the value to three bits
  for (long i = 0; i < n; i++) {
    v.flag = i;
    a[i] = v.flag;
  }
}

void inUnion(long n, Outer &o, double *__restrict a) {
  // loomp: serial carried-output-dependence -- what is read is part of what is written
  for (long i = 0; i < n; i++) {
    o.either.whole = i;
    a[i] = o.either.half;
  }
}

void nested(long n, Outer &o, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    o.inner.kind = i % 7;
    a[i] = o.inner.kind;
  }
}

void twoOfOneName(long n, Outer &o, Box &v, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    o.inner.size = i;
    v.size = 2 * i;
    a[i] = o.inner.size + v.size;
  }
}

void leftEarly(long n, const double *__restrict a, Box &v) {
  // loomp: serial early-exit -- what is left is the index of the iteration that leaves
  for (long i = 0; i < n; i++) {
    v.size = i;
    if (a[i] < 0)
      break;
  }
}

void setAgainInside(long n, long m, Box &v, double *__restrict a) {
  // loomp: parallel
  for (long i = 0; i < n; i++) {
    v.size = 0;
    // loomp: parallel reduction(+:sizeLocal)
    for (long j = 0; j < m; ++j)
      v.size += j % 3;
    a[i] = v.size;
  }
}

struct Follower {
  Box &box;
  void run(long n, double *__restrict a) {
    // loomp: parallel
    for (long i = 0; i < n; i++) {
      box.size = i;
      a[i] = box.size;
    }
  }
};

void conditionalByPointer(long n, const double *__restrict a, Box *__restrict p) {
  // loomp: parallel atomic(+:p) -- p may lead nowhere if no element is positive
  for (long i = 0; i < n; i++)
    if (a[i] > 0)
      p->size += 1;
}

void conditionalByReference(long n, const double *__restrict a, Box &p) {
  // loomp: parallel reduction(+:sizeLocal)
  for (long i = 0; i < n; i++)
    if (a[i] > 0)
      p.size += 1;
}

struct Converts {
  int x, y = 7;
  Converts(int v) : x(v) {}
};

int total(Converts p) { return p.x + p.y; }

void copiedByInitialization(Converts &p, int n, int *__restrict a) {
  // loomp: serial carried-anti-dependence carried-output-dependence -- c is a copy of all of p
  for (int i = 0; i < n; i++) {
    p.x = i;
    Converts c = p;
    a[i] = c.x + c.y;
  }
}

void passedByValue(Converts &p, int n, int *__restrict a) {
  // loomp: serial carried-anti-dependence carried-output-dependence -- the argument is a copy of all of p
  for (int i = 0; i < n; i++) {
    p.x = i;
    a[i] = total(p);
  }
}

void capturedWhole(Converts &p, int n, int *__restrict a) {
  // loomp: serial carried-anti-dependence carried-output-dependence -- so is what the lambda captures
  for (int i = 0; i < n; i++) {
    p.x = i;
    a[i] = [p] { return p.x + p.y; }();
  }
}

void capturedReference(int n, int *__restrict a) {
  int t = 5;
  int &r = t;
  // loomp: unknown role-not-lexical -- the body of the lambda says r
  for (int i = 0; i < n; i++) {
    r = i;
    auto f = [=] { return r; };
    a[i] = f();
  }
  a[0] = t;
}
