// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A thread_local variable that its function only reads is the same in all threads.
static long offset(long x) {
  thread_local long memo = 7;
  return x + memo;
}

void onlyRead(long *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = offset(i);
}

static long counted(long x) {
  thread_local long calls = 7;
  return x + calls++;
}

void written(long *a, int n) {
  // loomp: not-parallel -- calls counts
  for (int i = 0; i < n; i++)
    a[i] = counted(i);
}

static long *place() {
  thread_local long memo = 7;
  return &memo;
}

void handedOut(long *a, int n) {
  *place() = 8;
  // loomp: not-parallel -- other threads have 7
  for (int i = 0; i < n; i++)
    a[i] = *place();
}

static long byLambda(long x) {
  thread_local long memo = 7;
  auto set = [](long y) { memo = y; };
  set(x);
  return memo;
}

void inLambda(long *a, int n) {
  // loomp: not-parallel -- the lambda sets it
  for (int i = 0; i < n; i++)
    a[i] = byLambda(i);
}

static long byReference(long x) {
  thread_local long memo = 7;
  long &other = memo;
  other += x;
  return memo;
}

void throughReference(long *a, int n) {
  // loomp: not-parallel -- set through the reference
  for (int i = 0; i < n; i++)
    a[i] = byReference(i);
}

long first();
static long computed(long x) {
  thread_local long memo = first();
  return x + memo;
}

void initializedByCall(long *a, int n) {
  // loomp: not-parallel -- each thread would call 'first'
  for (int i = 0; i < n; i++)
    a[i] = computed(i);
}
