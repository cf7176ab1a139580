// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// Counters whose address somebody has. Twins: loops in which somebody reads or writes there.
void other(unsigned *);
unsigned unused(int n, float *w, double *u) {
  unsigned pos = 1;
  unsigned *at = &pos;
  // loomp: parallel induction(pos)
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    w[i] = 0.25;
  }
  return pos + *at;
}
unsigned handedOut(int n, double *u) {
  unsigned pos = 1;
  other(&pos);
  // loomp: parallel induction(pos) -- nothing in the loop runs the function
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
  }
  return pos;
}
unsigned captured(int n, double *u) {
  unsigned pos = 1;
  auto f = [&] { return pos; };
  // loomp: parallel induction(pos)
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
  }
  return f();
}
unsigned readThrough(int n, double *u) {
  unsigned pos = 1;
  unsigned *at = &pos;
  // loomp: not-parallel -- *at counts with it
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (*at & 7);
    --pos;
  }
  return pos;
}
unsigned readByReference(int n, double *u) {
  unsigned pos = 1;
  unsigned &at = pos;
  // loomp: not-parallel -- another name, that no copy replaces
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (at & 7);
    --pos;
  }
  return pos;
}
unsigned writtenThrough(int n, double *u) {
  unsigned pos = 1;
  unsigned *at = &pos;
  // loomp: not-parallel -- it stays as it is
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    (*at)++;
  }
  return pos;
}
unsigned writtenByReference(int n, double *u) {
  unsigned pos = 1;
  unsigned &at = pos;
  // loomp: not-parallel -- it stays as it is
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    at++;
  }
  return pos;
}
unsigned asBytes(int n, char *u) {
  unsigned pos = 1;
  unsigned *at = &pos;
  if (n == 4)
    u = (char *)at;
  // loomp: not-parallel -- u[0] may be a byte of it
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
  }
  return pos;
}
unsigned maybeRead(int n, unsigned *w, double *u) {
  unsigned pos = 1;
  unsigned *at = &pos;
  if (n > 4)
    at = w;
  // loomp: not-parallel -- *at may count with it
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    u[i] += *at;
  }
  return pos;
}
unsigned readByClosure(int n, double *u) {
  unsigned pos = 1;
  auto f = [&] { return pos; };
  // loomp: not-parallel -- the closure reads the variable, not the copy
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (f() & 7);
    --pos;
  }
  return pos;
}
unsigned writtenByClosure(int n, double *u) {
  unsigned pos = 1;
  auto f = [&] { pos += 2; };
  // loomp: not-parallel -- the closure moves it, too
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    f();
  }
  return pos;
}
unsigned called(int n, double *u) {
  unsigned pos = 1;
  other(&pos);
  // loomp: not-parallel -- the function may have kept the address
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    other(nullptr);
  }
  return pos;
}
struct Holder {
  unsigned *p;
};
unsigned held(int n, Holder s, double *u) {
  unsigned pos = 1;
  s.p = &pos;
  // loomp: not-parallel -- the member leads there
  for (int i = 0; i < n; ++i) {
    u[i] = u[i] + (pos & 7);
    --pos;
    *s.p += 3;
  }
  return pos;
}
