// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Members, what pointers lead to and what references name, moved by each iteration.
struct Log {
  int used = 0, step = 2;
  unsigned flags : 4;
  double *data;
  union {
    int whole;
    float part;
  } either;
  int get() const { return used; }
  void bump() { used++; }
  void append(const double *x, int n) {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      data[used++] = x[i];
  }
  void byMember(float *a, int n) {
    // loomp: parallel
    for (int i = 0; i < n; i++) {
      a[i] = used;
      used += step;
    }
  }
  void byItself(float *a, int n) {
    // loomp: not-parallel -- 'used' doubles
    for (int i = 0; i < n; i++) {
      a[i] = used;
      used += used;
    }
  }
  void stepMoves(float *a, int n) {
    // loomp: parallel
    for (int i = 0; i < n; i++) {
      step += 1;
      used += step;
      a[i] = used;
    }
  }
  void bits(float *a, int n) {
    // loomp: not-parallel -- a bit-field has no address to be told apart by
    for (int i = 0; i < n; i++) {
      a[i] = flags;
      flags += 1;
    }
  }
  void inUnion(float *a, int n) {
    // loomp: not-parallel -- 'either.part' is the same memory
    for (int i = 0; i < n; i++) {
      a[i] = either.whole + either.part;
      either.whole += 1;
    }
  }
  void bound(float *a) {
    // loomp: not-parallel -- the loop moves its own bound
    for (int i = 0; i < used; i++) {
      a[i] = used;
      used += 1;
    }
  }
  void byUsed(float *a, int n) {
    // loomp: not-parallel -- the loop moves its own step
    for (int i = 0; i < n; i += used) {
      a[i] = 1;
      used += 1;
    }
  }
  void sometimes(float *a, int n) {
    // loomp: not-parallel -- a[i] decides how far 'used' moves
    for (int i = 0; i < n; i++) {
      a[i] += used;
      used += 1;
      if (a[i] > 3)
        used += 1;
    }
  }
  void called(float *a, int n) {
    // loomp: not-parallel -- no text of the loop moves 'used'
    for (int i = 0; i < n; i++) {
      a[i] = used;
      bump();
    }
  }
  void calledToo(float *a, int n) {
    // loomp: not-parallel -- bump() moves 'used', too
    for (int i = 0; i < n; i++) {
      a[i] = used;
      used++;
      bump();
    }
  }
  void readByCallee(float *a, int n) {
    // loomp: not-parallel -- get() reads 'used' and has no index
    for (int i = 0; i < n; i++) {
      a[i] = get();
      used++;
    }
  }
  void copied(Log *a, int n) {
    // loomp: not-parallel -- each a[i] takes 'used' as it is
    for (int i = 0; i < n; i++) {
      a[i] = *this;
      used++;
    }
  }
  void inLambda(float *a, int n) {
    // loomp: not-parallel -- the lambda reads 'used'
    for (int i = 0; i < n; i++) {
      auto read = [&] { return used; };
      a[i] = read();
      used++;
    }
  }
  void others(Log *o, float *a, int n) {
    // loomp: parallel
    for (int i = 0; i < n; i++) {
      a[i] = used + o[i].used;
      used += 1;
    }
  }
};
void reference(int &q, int *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[q++] = i;
}
void inBrackets(int *q, float *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[(*q)++] = i;
}
void oneElement(int *a, int n) {
  // loomp: parallel
  for (int i = 1; i < n; i++) {
    a[i] = a[0];
    a[0] += 1;
  }
}
void ownElement(int *a, int n) {
  // loomp: not-parallel -- a[3] is also written as a[i]
  for (int i = 0; i < n; i++) {
    a[i] = a[3];
    a[3] += 1;
  }
}
void sameArray(int *p, float *a, int n, int k) {
  // loomp: not-parallel -- k may be 0
  for (int i = 0; i < n; i++) {
    a[i] = p[0];
    p[0] += 1;
    p[k] = 2;
  }
}
void pointerTurns(int *at, int *b, float *a, int n) {
  // loomp: not-parallel -- 'at' is another pointer from the second iteration on
  for (int i = 0; i < n; i++) {
    a[i] = *at;
    *at += 1;
    at = b;
  }
}
void isBound(int n, float *a) {
  int &q = n;
  // loomp: not-parallel -- q is the bound
  for (int i = 0; i < n; i++) {
    a[i] = q;
    q -= 1;
  }
}
void isVolatile(volatile int &q, float *a, int n) {
  // loomp: not-parallel -- each access counts
  for (int i = 0; i < n; i++) {
    a[i] = q;
    q += 1;
  }
}
thread_local Log own;
void ofThread(float *a, int n) {
  // loomp: not-parallel -- each thread has another one
  for (int i = 0; i < n; i++) {
    a[i] = own.used;
    own.used += 1;
  }
}
int size;
static void use(float *a, int i) { a[i] = size; }
void global(int *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    a[i] = size;
    size += 3;
  }
}
void globalInCallee(float *a, int n) {
  // loomp: not-parallel -- use() reads 'size'
  for (int i = 0; i < n; i++) {
    use(a, i);
    size += 3;
  }
}
void stepIsMoved(Log &s, float *a, int n) {
  int k = 0;
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k += s.used;
    s.used += 2;
  }
}
void stepIsSet(int *p, int *q, float *a, int n) {
  // loomp: not-parallel -- the step is another one in each iteration
  for (int i = 0; i < n; i++) {
    a[i] = *p;
    *p += *q;
    *q = i & 3;
  }
}
void inNest(int &q, float *a, int n, int m) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[q++] = i;
}
void inNestByData(int &q, float *a, const int *m, int n) {
  // loomp: not-parallel -- m[i] decides how far q moves
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m[i]; j++)
      a[q++] = i;
}
void startsAgain(Log &s, float *a, int n, int m) {
  // loomp: not-parallel -- the first iteration starts with another number
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * m + s.used++] = j;
    s.used = 0;
  }
}
void inThird(int &q, float *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    a[i] = q;
    if (i % 3 == 0)
      q++;
  }
}
void floating(float *t, float *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    a[i] += *t;
    *t = 1.0 + *t;
  }
}
void floatingDecides(float &t, float *a, int n) {
  // loomp: not-parallel -- the rounding of t decides
  for (int i = 0; i < n; i++) {
    if (t > 3)
      a[i] = 2;
    t += 0.1f;
  }
}
void once(int *t, float *a, int n) {
  // loomp: not-parallel -- a[i] decides whether *t moves
  for (int i = 0; i < n; i++)
    if (a[i] > 0) {
      a[i] = *t;
      *t -= 3;
    }
}
void captured(float *a, int n, int &out) {
  int k = 0;
  auto fill = [&] {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      a[k++] = i;
  };
  fill();
  out = k;
}
struct Base {
  int used;
};
struct Middle : virtual Base {
  int own;
};
void virtualBase(Middle *a, Middle *b, double *out, int n) {
  // loomp: not-parallel -- two objects may share their virtual base
  for (int i = 0; i < n; i++) {
    out[i] = b->used;
    a->used += 2;
    out[i] += a->used;
  }
}
struct Tail {
  int count;
  int rest[];
};
void flexible(Tail *s, int *out, int n) {
  // loomp: not-parallel -- s->rest does not end where *s does
  for (int i = 0; i < n; i++) {
    out[i] = s->rest[2];
    s->rest[2] += 2;
  }
}
void constName(Log &s, float *a, int n) {
  const int &seen = s.used;
  // loomp: not-parallel -- 'seen' is another name, which cannot be assigned
  for (int i = 0; i < n; i++) {
    a[i] = seen;
    s.used += 2;
  }
}
