// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A condition on the index that the last iteration fulfils, or that can be asked before the loop.
static double a[1000];
double certain(double t) {
  // loomp: parallel lastprivate(t) -- i = 99 fulfils it
  for (int i = 0; i < 100; i++)
    if (i > 3) {
      t = i * 0.25;
      a[i] = t;
    }
  return t;
}

double asked(double t, int n) {
  // loomp: parallel lastprivate(t) -- if n >= 5
  for (int i = 0; i < n; i++)
    if (i > 3) {
      t = i * 0.25;
      a[i] = t;
    }
  return t;
}

double never(double t) {
  // loomp: parallel selection(last:t) -- i = 99 does not fulfil it, i = 2 is the last that does
  for (int i = 0; i < 100; i++)
    if (i < 3) {
      t = i * 0.25;
      a[i] = t;
    }
  return t;
}

double onData(double t, int n) {
  // loomp: parallel selection(last:t) -- nobody knows which iteration is the last that does
  for (int i = 0; i < n; i++)
    if (i > 3 && a[i] > 0)
      t = i * 0.25;
  return t;
}

double leaves(double t) {
  // loomp: not-parallel -- the last iteration may not be reached
  for (int i = 0; i < 100; i++) {
    if (a[i] > 7)
      break;
    if (i > 3)
      t = i * 0.25;
  }
  return t;
}

double skips(double t) {
  // loomp: parallel selection(last:t) -- i = 99 may be skipped
  for (int i = 0; i < 100; i++) {
    if (a[i] > 7)
      continue;
    if (i > 3)
      t = i * 0.25;
  }
  return t;
}

double strides(double t) {
  // loomp: parallel firstprivate(t) lastprivate(t) -- of i = 0, 3, ... 99 all from 6 on fulfil it
  for (int i = 0; i < 100; i += 3)
    if (i > 3)
      t = i * 0.25;
  return t;
}

double throws(double t) {
  // loomp: not-parallel -- an iteration may leave its block before the assignment
  for (int i = 0; i < 100; i++)
    try {
      if (a[i] > 7)
        throw 1;
      if (i > 3)
        t = i * 0.25;
    } catch (int) {
    }
  return t;
}
