// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// A variable that flips has two values: a comparison with a third one is decided, also where the
// values wrap around.
void wraps(long n, long *a) {
  unsigned q = 1;
  // loomp: parallel -- q is 1 or 2^32 - 1
  for (long i = 0; i < n; ++i) {
    if (q == 3)
      a[i + 1] = a[i] + 1;
    q *= -1;
  }
}
void meets(long n, long *a) {
  unsigned q = 1;
  // loomp: not-parallel -- q is 2^32 - 1 for i=1 and i=3: i=1 writes a[3], which i=3 reads
  for (long i = 0; i < n; ++i) {
    if (q == 4294967295u)
      a[i + 2] = a[i] + 1;
    q *= -1;
  }
}
void everySecond(long n, long *a) {
  unsigned q = 1;
  // loomp: parallel -- q is 2^32 - 1 for odd i only, which write elements with even numbers
  for (long i = 0; i < n; ++i) {
    if (q == 4294967295u)
      a[i + 1] = a[i] + 1;
    q *= -1;
  }
}
void bytes(long n, long *a) {
  unsigned char q = 5;
  // loomp: not-parallel -- q is 5 or 251: i=1 writes a[3], which i=3 reads
  for (long i = 0; i < n; ++i) {
    if (q == 251)
      a[i + 2] = a[i] + 1;
    q = -q;
  }
}

void timesMinusOneOf32Bits(unsigned long *a, int n, unsigned long x) {
  // Powers of 4294967295: -1u is not -1 of 64 bits.
  // loomp: parallel induction(x)
  for (int i = 0; i < n; ++i) { a[i] = x; x *= -1u; }
}

void timesMinusOne(unsigned long *a, int n, unsigned long x) {
  // loomp: parallel induction(x)
  for (int i = 0; i < n; ++i) { a[i] = x; x *= -1; }
}

// Where the flips go on from round to round, only the two values are known, not which comes first.
void truthInNest(long n, float *a) {
  bool q = false;
  // loomp: not-parallel -- both rounds write a[1] if n is odd
  for (long r = 0; r < 3; ++r)
    // loomp: parallel -- every second iteration reads and writes
    for (long i = 0; i < n; ++i) {
      if (q == 0)
        a[i + 1] = 0.5f * (a[i] + 1);
      q = !q;
    }
}
void truthHandedIn(long n, float *a, bool q) {
  // loomp: parallel
  for (long i = 0; i < n; ++i) {
    if (q)
      a[i + 1] = 0.5f * (a[i] + 1);
    q ^= true;
  }
}
void truthMeets(long n, float *a, bool q) {
  // loomp: not-parallel -- if q is true, i=0 writes a[2], which i=2 reads
  for (long i = 0; i < n; ++i) {
    if (q)
      a[i + 2] = 0.5f * (a[i] + 1);
    q = !q;
  }
}
void truthFlipsTwice(long n, float *a, bool q) {
  // loomp: not-parallel -- q is what it was in each iteration
  for (long i = 0; i < n; ++i) {
    if (q)
      a[i + 1] = 0.5f * (a[i] + 1);
    q = !q;
    q = !q;
  }
}
void numberInNest(long n, long *a) {
  int side = 7;
  // loomp: not-parallel -- both rounds write a[1] if n is odd
  for (long r = 0; r < 3; ++r)
    // loomp: parallel -- side is 7 or -2
    for (long i = 0; i < n; ++i) {
      if (side > 0)
        a[i + 1] = a[i] + 1;
      side = 5 - side;
    }
}
void numberHandedIn(long n, long *a, int side) {
  // loomp: not-parallel -- side may be 2, then 3
  for (long i = 0; i < n; ++i) {
    if (side > 0)
      a[i + 1] = a[i] + 1;
    side = 5 - side;
  }
}
void numberSetBetween(long n, long *a) {
  int side = 7;
  // loomp: not-parallel -- all rounds write a[1]
  for (long r = 0; r < 3; ++r) {
    // loomp: not-parallel -- in the second round side is 1, then 4
    for (long i = 0; i < n; ++i) {
      if (side > 0)
        a[i + 1] = a[i] + 1;
      side = 5 - side;
    }
    side = 1;
  }
}
void numberReached(long n, long *a, long m) {
  int side = 7;
  int *other = &side;
  // loomp: not-parallel -- all rounds write a[1]
  for (long r = 0; r < m; ++r) {
    *other = 1;
    // loomp: not-parallel -- side is 1, then 4
    for (long i = 0; i < n; ++i) {
      if (side > 0)
        a[i + 1] = a[i] + 1;
      side = 5 - side;
    }
  }
}

// A closure's copy starts with what the variable was then.
void copied(long n, long *a) {
  int side = 7;
  side = 2;
  auto f = [side, n, a]() mutable {
    // loomp: not-parallel -- side is 2, 3, 2, ..
    for (long i = 0; i < n; ++i) {
      if (side > 0)
        a[i + 1] = a[i] + 1;
      side = 5 - side;
    }
  };
  f();
}
long copiedFlag(long n, long *a, int m) {
  int flag = 0;
  flag = m;
  auto f = [=]() mutable {
    // loomp: not-parallel -- flag is 5, 0, 1, ..
    for (long i = 0; i < n; ++i) {
      a[i] = flag;
      flag = !flag;
    }
    return flag;
  };
  return f();
}
void copiedNumber(long n, double *a, double m) {
  double x = 0;
  x = m;
  auto f = [=]() mutable {
    // loomp: not-parallel -- 1 - (1 - x) is not x
    for (long i = 0; i < n; ++i) {
      a[i] = x;
      x = 1 - x;
    }
  };
  f();
}
