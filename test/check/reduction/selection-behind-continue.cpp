// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// arg-min and minima that the rest of an iteration is about, and comparisons of widened values.

double negated(int n, const double *b, int *where) {
  double best = -1e9;
  int at = 0;
  // loomp: parallel selection(max:best) selection(max:at)
  for (int i = 0; i < n; ++i) {
    if (!(best < b[i] + b[i + 1]))
      continue;
    at = i;
    best = b[i] + b[i + 1];
  }
  *where = at;
  return best;
}

double mayBeNaN(int n, const double *b, int *where) {
  double best = -1e9;
  int at = 0;
  // loomp: not-parallel -- a NaN is kept, and whatever follows it
  for (int i = 0; i < n; ++i) {
    if (b[i] <= best)
      continue;
    best = b[i];
    at = i;
  }
  *where = at;
  return best;
}

int integers(int n, const int *b, const bool (&valid)[1000]) {
  int best = 1000, at = 0;
  // loomp: parallel selection(min:best) selection(min:at)
  for (int i = 0; i < n && i < 1000; ++i) {
    if (!valid[i] || b[i] >= best) {
      continue;
    }
    best = b[i];
    at = i;
  }
  return at;
}

int mayBeAbsent(int n, const int *b, const bool *valid) {
  int best = 1000, at = 0;
  // loomp: not-parallel -- valid need not have an element where b[i] is no new minimum
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best || !valid[i])
      continue;
    best = b[i];
    at = i;
  }
  return at;
}

int more(int n, const int *__restrict b, int *__restrict out) {
  int best = 1000, at = 0;
  // loomp: not-parallel -- out[i] is set where b[i] is a new minimum
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best)
      continue;
    best = b[i];
    at = i;
    out[i] = 1;
  }
  return at;
}

int counted(int n, const int *b) {
  int best = 1000, at = 0, count = 0;
  // loomp: not-parallel -- the number of records depends on what came before
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best)
      continue;
    best = b[i];
    at = i;
    ++count;
  }
  return at + count;
}

int innerBlock(int n, const int *__restrict b, int *__restrict out) {
  int best = 1000, at = 0;
  // loomp: not-parallel -- 'continue' skips out[i], too
  for (int i = 0; i < n; ++i) {
    {
      if (b[i] >= best)
        continue;
      best = b[i];
      at = i;
    }
    out[i] = 1;
  }
  return at;
}

int leaves(int n, const int *b) {
  int best = 1000, at = 0;
  // loomp: serial early-exit -- the loop ends at the first that is no less
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best)
      break;
    best = b[i];
    at = i;
  }
  return at;
}

int smallest(int n, const int *b) {
  int best = 1000;
  // loomp: parallel reduction(min:best)
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best)
      continue;
    best = b[i];
  }
  return best;
}

double smallestNumber(int n, const double *b) {
  double best = 1000;
  // loomp: not-parallel -- a NaN is kept, and whatever follows it
  for (int i = 0; i < n; ++i) {
    if (b[i] >= best)
      continue;
    best = b[i];
  }
  return best;
}

int soFar(int n, const int *__restrict b, int *__restrict out) {
  int best = 1000;
  // loomp: not-parallel -- out[i] is the smallest so far
  for (int i = 0; i < n; ++i) {
    out[i] = best;
    if (b[i] >= best)
      continue;
    best = b[i];
  }
  return best;
}

long widened(int n, const unsigned *b, int *where) {
  long best = 1L << 40;
  int at = 0;
  // loomp: parallel selection(min:best) selection(min:at)
  for (int i = 0; i < n; ++i)
    if (long(b[i]) < best) {
      best = b[i];
      at = i;
    }
  *where = at;
  return best;
}

double widenedWhenKept(int n, const float *b) {
  double best = -1e9;
  // loomp: parallel reduction(max:best)
  for (int i = 0; i < n; ++i)
    if (best < b[i])
      best = double(b[i]);
  return best;
}

int comparedUnsigned(int n, const unsigned char *b, int *where) {
  int best = -1, at = 0;
  // loomp: not-parallel -- compared with 4294967295 where best is -1
  for (int i = 0; i < n; ++i)
    if (unsigned(b[i]) > best) {
      best = b[i];
      at = i;
    }
  *where = at;
  return best;
}

int narrowed(int n, const long *b, int *where) {
  int best = 1000, at = 0;
  // loomp: not-parallel -- another number is kept than is compared
  for (int i = 0; i < n; ++i)
    if (b[i] < best) {
      best = int(b[i]);
      at = i;
    }
  *where = at;
  return best;
}
