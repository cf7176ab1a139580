// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Counters that move where the index has reached something, or has not. Twins: conditions on what
// varies in another way.
float a[1000];
int data[1000];
long fromOn(long n, long m) {
  long q = 0;
  // loomp: parallel induction(q) -- 2 * max(0, i - max(0, m))
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i >= m)
      q += 2;
  }
  return q;
}
unsigned upTo(long n, long m) {
  unsigned q = 0;
  // loomp: parallel induction(q)
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i < m)
      q++;
    else
      q += 3;
  }
  return q;
}
unsigned butOne(long n) {
  unsigned q = 0;
  // loomp: parallel induction(q)
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i != 3)
      q++;
  }
  return q;
}
unsigned fixed(long n, long m) {
  unsigned q = 0;
  // loomp: parallel induction(q) -- all iterations, or none
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (m > 3)
      q += 2;
  }
  return q;
}
unsigned nested(long n, long m) {
  unsigned q = 0;
  // loomp: parallel induction(q) -- each iteration adds m - 1, or m if that is less than 3
  for (long i = 0; i < n; i++) {
    a[i] = q;
    // loomp: parallel
    for (long j = 0; j < m; ++j)
      if (j != 2)
        q++;
  }
  return q;
}
long ofData(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- nobody knows how many of them are that large
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (data[i] >= m)
      q += 2;
  }
  return q;
}
long ofItself(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- it stops at m
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (q < m)
      q += 2;
  }
  return q;
}
long moving(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- m moves towards i
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i >= m)
      q += 2;
    m = data[i];
  }
  return q;
}
long remembered(long n, long m) {
  long q = 0;
  bool isBehind = false;
  // loomp: not-parallel -- from the first element on that is negative
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (data[i] < 0)
      isBehind = true;
    if (isBehind)
      q += 2;
  }
  return q;
}
long squares(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- from the square root of m on, which is no sum of steps
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i * i >= m)
      q += 2;
  }
  return q;
}
long growing(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- a step that grows, of some iterations
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i >= m)
      q += i;
  }
  return q;
}
long left(long n, long m) {
  long q = 0;
  // loomp: not-parallel -- the loop may be left in the middle
  for (long i = 0; i < n; i++) {
    a[i] = q;
    if (i >= m) {
      if (data[i] < 0)
        break;
      q += 2;
    }
  }
  return q;
}
unsigned long huge(unsigned long n, unsigned long m) {
  unsigned long q = 0;
  // loomp: not-parallel -- m may be larger than any number with a sign
  for (unsigned long i = 0; i < n; i++) {
    a[i] = q;
    if (i >= m)
      q += 2;
  }
  return q;
}
