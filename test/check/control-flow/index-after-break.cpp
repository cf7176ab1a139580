// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Where a search ends, the index is at most one step behind its last value.
void searched(int *__restrict w, const int *__restrict v, long n) {
  // loomp: parallel -- k is 0 to 3
  for (long i = 0; i < n; i++) {
    int k = 0;
    // loomp: serial early-exit -- the iteration that leaves decides which ones run
    for (; k < 3; ++k)
      if (v[k] > i)
        break;
    w[4 * i + k] = 1;
  }
}
void searchedTooFar(int *__restrict w, const int *__restrict v, long n) {
  // loomp: not-parallel -- k may be 4: i=0 and i=1 write w[4]
  for (long i = 0; i < n; i++) {
    int k = 0;
    // loomp: serial early-exit -- the iteration that leaves decides which ones run
    for (; k <= 3; ++k)
      if (v[k] > i)
        break;
    w[4 * i + k] = 1;
  }
}
void backwards(int *__restrict w, const int *__restrict v, long n) {
  // loomp: parallel -- k is 3 to 0
  for (long i = 0; i < n; i++) {
    int k = 3;
    // loomp: serial early-exit -- the iteration that leaves decides which ones run
    for (; k > 0; --k)
      if (v[k] < i)
        break;
    w[4 * i + k] = 1;
  }
}
void movedOn(int *__restrict w, const int *__restrict v, long n) {
  // loomp: not-parallel -- k may be 4: i=0 and i=1 write w[4]
  for (long i = 0; i < n; i++) {
    int k = 0;
    // loomp: not-parallel -- the body leaves the loop
    for (; k < 3; ++k)
      if (v[k] > i) {
        k += 2;
        break;
      }
    w[4 * i + k] = 1;
  }
}
void startsBeyond(int *__restrict w, const int *__restrict v, long n, int first) {
  // loomp: not-parallel -- first may be 4: i=0 and i=1 write w[4]
  for (long i = 0; i < n; i++) {
    int k = first;
    // loomp: not-parallel -- the body leaves the loop
    for (; k < 3; ++k)
      if (v[k] > i)
        break;
    w[4 * i + k] = 1;
  }
}
void reached(int *__restrict w, const int *__restrict v, long n) {
  // loomp: not-parallel -- *at moves k to where w[4 * i + k] is the next row's
  for (long i = 0; i < n; i++) {
    int k = 0, *at = &k;
    // loomp: not-parallel -- the body leaves the loop
    for (; k < 3; ++k) {
      *at += v[i];
      if (v[k] > i)
        break;
    }
    w[4 * i + k] = 1;
  }
}
void inSteps(int *__restrict w, const int *__restrict v, long n) {
  // loomp: not-parallel -- k may be 4
  for (long i = 0; i < n; i++) {
    int k = 0;
    // loomp: serial early-exit -- the iteration that leaves decides which ones run
    for (; k < 3; k += 2)
      if (v[k] > i)
        break;
    w[4 * i + k] = 1;
  }
}

// No iteration gets past where it leaves.
void equalRows(int *__restrict w, long n) {
  // loomp: parallel
  for (long i = 0; i < n; i++)
    // loomp: unknown early-exit -- 'break' stands in it
    for (int k = 0; k < 8; ++k) {
      if (k == 4)
        break;
      w[4 * i + k] = 1;
    }
}
void equalDown(int *__restrict w, long n) {
  // loomp: parallel -- k is 3 to 0
  for (long i = 0; i < n; i++)
    // loomp: unknown early-exit -- 'break' stands in it
    for (int k = 3; k > -9; --k) {
      if (k == -1)
        break;
      w[4 * i + k] = 1;
    }
}
void startsPast(int *__restrict w, long n) {
  // loomp: not-parallel -- k is 5 to 7
  for (long i = 0; i < n; i++)
    // loomp: not-parallel -- 'break' stands in it
    for (int k = 5; k < 8; ++k) {
      if (k == 4)
        break;
      w[4 * i + k] = 1;
      w[4 * i + 1] = 2;
    }
}
void stepsOver(int *__restrict w, long n) {
  // loomp: not-parallel -- k is 1, 3, 5, 7
  for (long i = 0; i < n; i++)
    // loomp: not-parallel -- 'break' stands in it
    for (int k = 1; k < 8; k += 2) {
      if (k == 4)
        break;
      w[4 * i + k] = 1;
    }
}
void sometimesTested(int *__restrict w, const int *__restrict v, long n) {
  // loomp: not-parallel -- k is up to 7 where v[i] is 0
  for (long i = 0; i < n; i++)
    // loomp: not-parallel -- 'break' stands in it
    for (int k = 0; k < 8; ++k) {
      if (v[i] > 0 && k == 4)
        break;
      w[4 * i + k] = 1;
    }
}
void movedBound(int *__restrict w, long n) {
  // loomp: not-parallel -- k never is the bound, which moves away from it
  for (long i = 0; i < n; i++) {
    int last = 4;
    // loomp: parallel induction(last) -- k is less than last in all iterations
    for (int k = 0; k < 8; ++k) {
      if (k == last)
        break;
      w[4 * i + k] = 1;
      ++last;
    }
  }
}
