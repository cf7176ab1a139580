// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Loops that count under another keyword.
void atEnd(int n, double *a) {
  int i = 0;
  // loomp: parallel
  while (i < n) {
    a[i] = 2 * i;
    ++i;
  }
}
void usedBehindUpdate(int n, double *a) {
  int i = 0;
  // loomp: parallel -- writes a[i + 1]
  while (i < n) {
    ++i;
    a[i] = i;
  }
}
void inSubscript(int n, double *a, double x) {
  int i = 0;
  // loomp: parallel
  while (i < n)
    a[i++] = x;
}
void carried(int n, double *a) {
  int i = 1;
  // loomp: serial carried-flow-dependence on(a) -- a[i] is what the next iteration reads
  while (i < n) {
    a[i] = a[i - 1] + 1;
    i++;
  }
}
void carriedAcrossUpdate(int n, double *a) {
  int i = 0;
  // loomp: serial carried-flow-dependence on(a) -- a[i + 1] is what the next iteration reads
  while (i < n) {
    double x = a[i];
    i++;
    a[i] = x;
  }
}
void down(int n, double *a) {
  // loomp: parallel
  while (n > 0) {
    n--;
    a[n] = 0.0;
  }
}
void downInCondition(int n, double *a) {
  // loomp: parallel
  while (n-- > 0)
    a[n] = 0.0;
}
void downBare(unsigned n, double *a) {
  // loomp: parallel
  while (n--)
    a[n] = 0.0;
}
void prefix(int n, double *a) {
  int i = -1;
  // loomp: parallel
  while (++i < n)
    a[i] = i;
}
void strided(int n, double *a) {
  int i = 0;
  // loomp: parallel
  while (i < n) {
    a[i] = i;
    i += 3;
  }
}
void skipped(int n, double *a) {
  int i = 0;
  // loomp: not-parallel unsupported-loop-form -- an iteration that continues leaves i as it is
  while (i < n) {
    if (a[i] < 0) {
      a[i] = 1;
      continue;
    }
    ++i;
  }
}
void sometimes(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- the update depends on data
  while (i < n) {
    if (a[i] < 0)
      ++i;
    a[i] += 1;
  }
}
void twice(int n, double *a) {
  int i = 0;
  // loomp: not-parallel index-modified -- two updates, one of them conditional
  while (i < n) {
    a[i] = 1;
    ++i;
    if (a[i] < 0)
      ++i;
  }
}
void boundChanges(int n, double *a) {
  int i = 0;
  // loomp: parallel induction(n) -- the bound moves towards the index
  while (i < n) {
    a[i] = 1;
    ++i;
    --n;
  }
}
void away(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- the step leads away from the bound
  while (i < n) {
    a[-i] = 1;
    --i;
  }
}
void alsoDone(int n, double *a, const int *stop) {
  int i = 0;
  bool done = false;
  // loomp: not-parallel -- it ends where the data says so
  while (i < n && !done) {
    a[i] = 1;
    done = stop[i] != 0;
    ++i;
  }
}
int *escapes(int *p);
void reachable(int n, double *a) {
  int i = 0;
  int *p = escapes(&i);
  // loomp: not-parallel index-modified -- *p is i
  while (i < n) {
    a[i] = 1;
    *p += 1;
    ++i;
  }
}
void unsignedPrefixDown(unsigned n, double *a) {
  // loomp: not-parallel -- n = 0 wraps to the largest value
  while (--n > 0)
    a[n] = 0.0;
}
void narrow(unsigned n, double *a) {
  unsigned char i = 0;
  // loomp: not-parallel -- i may never reach n
  while (i < n) {
    a[i] += 1;
    ++i;
  }
}
int remains(int n, double *a) {
  int i = 0;
  // loomp: parallel
  while (i < n) {
    a[i] = 1;
    ++i;
  }
  return i;
}
