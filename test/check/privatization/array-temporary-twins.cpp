// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Temporary arrays that look filled, and are not: each loop is one step away from array-private.
double a[1000], b[1000];

void skipsOne() {
  double w[4] = {};
  // loomp: not-parallel -- w[2] is read and never written: fine; but w[3] of i=0 is read by i=1
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < 4; k++)
      if (k < 2 + i % 2 * 2)
        w[k] = a[i + k];
    b[i] = w[0] + w[3];
  }
}

void leavesEarly() {
  double w[4] = {};
  // loomp: not-parallel -- i=1 may leave the filling before w[3]
  for (int i = 0; i < 996; i++) {
    // loomp: not-parallel -- the break is taken on some data
    for (int k = 0; k < 4; k++) {
      if (a[i] > k)
        break;
      w[k] = a[i + k];
    }
    b[i] = w[0] + w[3];
  }
}

void everySecond() {
  double w[4] = {};
  // loomp: not-parallel -- w[1] of i=0 is added to by i=1
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < 4; k += 2)
      w[k] = a[i + k];
    b[i] = w[0] + w[1];
    w[1] = a[i];
  }
}

void everySecondReadOnly() {
  double w[4] = {1, 2, 3, 4};
  // loomp: parallel firstprivate(w) -- w[1] is never written
  for (int i = 0; i < 996; i++) {
    // loomp: parallel
    for (int k = 0; k < 4; k += 2)
      w[k] = a[i + k];
    b[i] = w[0] + w[1];
  }
}

void readsFirst() {
  double w[4] = {};
  // loomp: not-parallel -- the read of w[k] comes before its write
  for (int i = 0; i < 996; i++)
    // loomp: parallel
    for (int k = 0; k < 4; k++) {
      b[k] += w[k];
      w[k] = a[i + k];
    }
}

void differentCases(const int *kind) {
  double w[2] = {};
  // loomp: not-parallel -- kind[0] == 0 and kind[1] == 1: i=1 reads the w[0] of i=0
  for (int i = 0; i < 996; i++)
    switch (kind[i]) {
    case 0:
      w[0] = a[i];
      break;
    case 1:
      b[i] = w[0];
      break;
    }
}

void sameGuardOfAnotherIteration(const int *kind) {
  double w[8] = {};
  // loomp: not-parallel -- kind[0] == 0, kind[1] == 1: w[1] comes from an earlier i
  for (int i = 0; i < 900; i++)
    // loomp: not-parallel -- k reads what k-1 wrote
    for (int k = 1; k < 8; k++)
      if (kind[k - 1]) {
        w[k] = a[i + k];
        b[i] += w[k - 1];
      }
}

double usedAfter() {
  double w[4] = {};
  // loomp: unknown value-used-after-loop on(w) -- the last even i leaves w[0], the last odd i w[1]
  for (int i = 0; i < 996; i++) {
    w[i % 2] = a[i];
    b[i] = w[i % 2];
  }
  return w[0] + w[1];
}

double usedAfterWhole() {
  double w[2];
  // loomp: parallel lastprivate(w)
  for (int i = 0; i < 996; i++) {
    w[0] = a[i];
    w[1] = a[i + 1];
    b[i] = w[0] * w[1];
  }
  return w[0] + w[1];
}

double usedAfterPart() {
  double w[3] = {1, 2, 3};
  // loomp: parallel firstprivate(w) lastprivate(w) -- w[2] keeps its value
  for (int i = 0; i < 996; i++) {
    w[0] = a[i];
    w[1] = a[i + 1];
    b[i] = w[0] * w[1];
  }
  return w[0] + w[1] + w[2];
}

void usedByNextOuter() {
  double w[4] = {};
  // loomp: not-parallel -- p=1 reads what p=0 left in w
  for (int p = 0; p < 9; p++) {
    b[p] = w[0];
    // loomp: parallel firstprivate(w) lastprivate(w)
    for (int i = 0; i < 996; i++) {
      w[0] = a[i];
      b[i + 2] = w[0];
    }
  }
}

void carriedByOuter() {
  double w[16] = {};
  // loomp: not-parallel -- w[p + 1] of p=0 is read by p=1
  for (int p = 0; p < 9; p++)
    // loomp: parallel firstprivate(w) lastprivate(w) -- the next p reads what the last i wrote
    for (int i = 0; i < 996; i++) {
      w[p + 1] = a[i];
      b[i] = w[p] + w[p + 1];
    }
}

double *kept;
void pointerKept() {
  double w[4];
  // loomp: not-parallel -- kept points to the w of the function
  for (int i = 0; i < 996; i++) {
    w[0] = a[i];
    kept = w;
    b[i] = w[0];
  }
  b[0] = *kept;
}

void tooLarge() {
  double w[10000];
  // loomp: parallel array-private(w) -- 80,000 bytes for each thread, which come from the heap
  for (int i = 0; i < 996; i++) {
    w[0] = a[i];
    b[i] = w[0];
  }
}

void throughLambda() {
  double w[2];
  auto first = [&] { return w[0]; };
  // loomp: not-parallel -- the lambda reads the w it captured
  for (int i = 0; i < 996; i++) {
    w[0] = a[i];
    b[i] = first();
  }
}
