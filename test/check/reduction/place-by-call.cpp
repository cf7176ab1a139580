// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Reductions of what a call hands out, or of what a call is handed.
#include <algorithm>

static double &state() {
  static double value = 0;
  return value;
}
double onState(const int *a, int n) {
  // loomp: parallel reduction(+:stateLocal) -- in front of the loop as in it, it is one variable
  for (int i = 0; i < n; ++i) {
    state() += a[i];
    state() = state() + 2 * a[i];
  }
  return state();
}

class Meter {
public:
  long &total() { return sum; }
  void run(const int *a, int n) {
    // loomp: parallel reduction(+:totalLocal)
    for (int i = 0; i < n; ++i)
      this->total() += a[i];
  }
  void runMixed(const int *a, int n) {
    // loomp: parallel reduction(+:totalLocal) -- both are sum
    for (int i = 0; i < n; ++i) {
      total() += a[i];
      sum++;
    }
  }

private:
  long sum = 0;
};

static void add(double &to, double value) { to += value; }
template <typename T> static void raise(T &to, T value) {
  if (value > to)
    to = value;
}
double byHelper(const double *a, int n) {
  double sum = 0, most = a[0];
  // loomp: parallel reduction(+:sum) reduction(max:most) -- the call is handed the thread's own
  for (int i = 0; i < n; ++i) {
    add(sum, a[i]);
    raise(most, a[i]);
  }
  return sum * most;
}

// The iterator is a pointer that stays; it does not lead to the variable that stands for `value`.
double alongPointer(const int *first, const int *last) {
  // loomp: parallel reduction(+:stateLocal)
  for (const int *at = first; at != last; ++at) {
    state() += *at;
    state() += 1;
  }
  return state();
}
static double *kept;
double keptAddress(const int *a, int n) {
  // loomp: parallel reduction(+:stateLocal) lastprivate(kept) -- the address is that of the one in
  // front of the loop
  for (int i = 0; i < n; ++i) {
    kept = &state();
    state() += a[i];
  }
  return *kept;
}

// Near misses.

double throughAddress(const int *a, int n) {
  // loomp: not-parallel -- the pointer leads to what the call hands out
  for (int i = 0; i < n; ++i) {
    double *same = &state();
    state() += a[i];
    *same += 1;
    state() = state() + *same;
  }
  return state();
}

static long calls = 0;
static double &counted() {
  static double value = 0;
  ++calls;
  return value;
}
double onCounted(const int *a, int n) {
  // loomp: not-parallel -- each call counts
  for (int i = 0; i < n; ++i)
    counted() += a[i];
  return counted() + calls;
}

static int start() { return static_cast<int>(++calls); }
static double &late() {
  static double value = start();
  return value;
}
double onLate(const int *a, int n) {
  // loomp: not-parallel -- the first call sets it
  for (int i = 0; i < n; ++i)
    if (a[i] > 0)
      late() += a[i];
  return late();
}

static double &ofThread() {
  static thread_local double value = 0;
  return value;
}
double onThread(const int *a, int n) {
  // loomp: not-parallel -- each thread would have another
  for (int i = 0; i < n; ++i)
    ofThread() += a[i];
  return ofThread();
}

static long slots[4], current = 0;
static long &slot() { return slots[current]; }
long moves(const int *a, int n) {
  // loomp: not-parallel -- the call finds another slot
  for (int i = 0; i < n; ++i) {
    slot() += a[i];
    current = a[i] & 3;
  }
  return slots[0];
}

double readBetween(const int *a, double *b, int n) {
  // loomp: not-parallel -- prefix sums
  for (int i = 0; i < n; ++i) {
    state() += a[i];
    b[i] = state();
  }
  return state();
}

static double addAndTell(double &to, double value) { return to += value; }
double told(const double *a, double *b, int n) {
  double sum = 0;
  // loomp: not-parallel -- prefix sums
  for (int i = 0; i < n; ++i)
    b[i] = addAndTell(sum, a[i]);
  return sum;
}

static void addAndScale(double &to, double value) {
  to += value;
  to *= 0.5;
}
double scaled(const double *a, int n) {
  double sum = 0;
  // loomp: not-parallel -- two operators
  for (int i = 0; i < n; ++i)
    addAndScale(sum, a[i]);
  return sum;
}

static void addFrom(double &to, const double &value) { to += value; }
double doubled(int n) {
  double sum = 1;
  // loomp: not-parallel -- adds the sum to itself
  for (int i = 0; i < n; ++i)
    addFrom(sum, sum);
  return sum;
}

static double total = 0;
static void addToTotal(double &to, double value) { to += value + total; }
double reads(const double *a, int n) {
  // loomp: not-parallel -- the callee reads the total by its own name
  for (int i = 0; i < n; ++i)
    addToTotal(total, a[i]);
  return total;
}

struct Sum {
  double value = 0;
  void add(double more) { value += more; }
};
double ofMember(const double *a, int n) {
  Sum sum;
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < n; ++i)
    sum.add(a[i]);
  return sum.value;
}
