// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[400], b[400];
int levels[400];

void byInnerLoop(int n, int m) {
  double t = 3;
  // loomp: parallel firstprivate(t) -- all iterations set t, or m is 0 and none does
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < m; j++)
      t = b[j];
    a[i] = t;
  }
}
void byInnerLoopOfOwnLength(int n) {
  double t = 3;
  // loomp: not-parallel carried-flow-dependence -- i=6 reads what i=5 left
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = i; j < 6; j++)
      t = b[j];
    a[i] = t;
  }
}
void notYetRead(int n) {
  double t = 3;
  // loomp: parallel firstprivate(t) -- once an iteration sets t, all later ones do
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 6; j < i; j++)
      t = b[j];
    a[i] = t;
  }
}
void byCondition(int n, int m) {
  int level = 0;
  // loomp: parallel firstprivate(level)
  for (int i = 0; i < n; i++) {
    if (m > 3)
      level = 2 * i;
    levels[i] = level;
  }
}
void readFirst(int n, int m) {
  int level = 0;
  // loomp: not-parallel -- what is read is what the iteration before left
  for (int i = 0; i < n; i++) {
    levels[i] = level;
    if (m > 3)
      level = 2 * i;
  }
}
int fromSomeIteration(int n, int k) {
  int level = 0;
  // loomp: parallel firstprivate(level) lastprivate(level)
  for (int i = 0; i < n; i++) {
    if (i > k)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
int untilSomeIteration(int n, int k) {
  int level = 0;
  // loomp: not-parallel -- iterations from k on read what iteration k - 1 left
  for (int i = 0; i < n; i++) {
    if (i < k)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
int descending(int n, int k) {
  int level = 0;
  // loomp: parallel firstprivate(level) lastprivate(level)
  for (int i = n - 1; i >= 0; i--) {
    if (i < k)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
int inOneIteration(int n, int k) {
  int level = 0;
  // loomp: parallel peeled(middle) -- all later iterations read it
  for (int i = 0; i < n; i++) {
    if (i == k)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
int inEverySecond(int n) {
  int level = 0;
  // loomp: not-parallel -- i=1 reads what i=0 left
  for (int i = 0; i < n; i++) {
    if (i % 2 == 0)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
void without(int n, int m) {
  double t;
  // loomp: not-parallel -- where m is 0, t has no value to copy
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < m; j++)
      t = b[j];
    a[i] = t;
  }
}
void leftEarly(int n, int m) {
  double t = 3;
  // loomp: not-parallel -- an iteration may leave the inner loop before it sets t
  for (int i = 0; i < n; i++) {
    // loomp: not-parallel -- it may end at any j
    for (int j = 0; j < m; j++) {
      if (b[i + j] > 1)
        break;
      t = b[j];
    }
    a[i] = t;
  }
}
void onData(int n) {
  double t = 3;
  // loomp: not-parallel -- any iteration may set t, or not
  for (int i = 0; i < n; i++) {
    if (b[i] > 1)
      t = b[i];
    a[i] = t;
  }
}
void accumulates(int n, int m) {
  double t = 3;
  // loomp: not-parallel -- each sum is one of the last
  for (int i = 0; i < n; i++) {
    if (m > 3)
      t += b[i];
    a[i] = t;
  }
}
void conditionChanges(int n, int m) {
  double t = 3;
  // loomp: not-parallel -- m is no longer what it was
  for (int i = 0; i < n; i++) {
    if (m > 3)
      t = b[i];
    a[i] = t;
    m = levels[i];
  }
}
double byPointer(int n, int m) {
  double t = 3, *p = &t;
  // loomp: not-parallel -- p leads to t itself, not to a copy
  for (int i = 0; i < n; i++) {
    // loomp: parallel lastprivate(t)
    for (int j = 0; j < m; j++)
      t = b[j];
    a[i] = *p;
  }
  return t;
}
double valueAfter(int n, int m) {
  double t = 3;
  // loomp: parallel firstprivate(t) lastprivate(t) -- without m the 3 remains
  for (int i = 0; i < n; i++)
    // loomp: parallel lastprivate(t)
    for (int j = 0; j < m; j++)
      t = b[j] + i;
  return t;
}
thread_local int own;
void ofThread(int n, int m) {
  // loomp: not-parallel -- no clause may name it
  for (int i = 0; i < n; i++) {
    if (m > 3)
      own = 2 * i;
    levels[i] = own;
  }
}
