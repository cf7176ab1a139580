// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Arrays and objects of which an iteration reads what it wrote itself, or what no earlier one wrote:
// a thread that runs its iterations in order finds what they held before the loop.
#include <array>
#include <vector>
double a[1000], b[1000];
struct Cells {
  double at[8];
  double low, high;
};
struct Logged {
  double at[4] = {};
  Logged() = default;
  Logged(const Logged &other);
};

void eitherOr(int n) {
  double w[4] = {};
  // loomp: parallel firstprivate(w) -- once an iteration writes, none reads any more
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    if (!(i > 3))
      b[i] = w[0];
  }
}
void eitherOrReversed(int n) {
  double w[4] = {};
  // loomp: not-parallel -- i=4 reads what i=3 wrote
  for (int i = 0; i < n; i++) {
    if (i < 4)
      w[0] = a[i];
    if (i >= 4)
      b[i] = w[0];
  }
}
void eitherOrDownwards(int n) {
  double w[4] = {};
  // loomp: not-parallel -- i=3 comes after i=4, and reads what it wrote
  for (int i = n - 1; i >= 0; i--) {
    if (i > 3)
      w[0] = a[i];
    if (!(i > 3))
      b[i] = w[0];
  }
}
void inCondition(int n) {
  double w[4] = {};
  // loomp: parallel firstprivate(w)
  for (int i = 0; i < n; i++) {
    if (i > 3 && (w[1] = a[i]) > 1)
      b[i] = 2;
    b[i] += w[1];
  }
}
void behindData(int n) {
  double w[4] = {};
  // loomp: not-parallel -- a[4] > 1 and a[5] <= 1: i=5 reads what i=4 wrote
  for (int i = 0; i < n; i++) {
    if (a[i] > 1 && (w[1] = a[i]) > 1)
      b[i] = 2;
    b[i] += w[1];
  }
}
void fromSomeIteration(int n, int k) {
  float w[16] = {};
  // loomp: parallel firstprivate(w)
  for (int i = 0; i < n; i++) {
    if (i > k)
      // loomp: parallel
      for (int j = 0; j < 4; j++)
        w[j] = a[i + j];
    double t = 0;
    // loomp: parallel reduction(+:t)
    for (int j = 0; j < 4; j++)
      t += w[j];
    b[i] = t;
  }
}
void readsFurther(int n, int k) {
  float w[16] = {};
  // loomp: parallel firstprivate(w) -- w[4] is never written
  for (int i = 0; i < n; i++) {
    if (i > k)
      // loomp: parallel
      for (int j = 0; j < 4; j++)
        w[j] = a[i + j];
    double t = 0;
    // loomp: parallel reduction(+:t)
    for (int j = 0; j < 5; j++)
      t += w[j];
    b[i] = t;
  }
}
void fillsLess(int n, int k) {
  float w[16] = {};
  // loomp: not-parallel -- w[i] of i=k+1 is read by i=k+2, which fills w[0] only if k is 0
  for (int i = 0; i < n; i++) {
    if (i > k)
      // loomp: parallel
      for (int j = 0; j < 8 - i; j++)
        w[j] = a[i + j];
    double t = 0;
    // loomp: parallel reduction(+:t)
    for (int j = 0; j < 4; j++)
      t += w[j];
    b[i] = t;
  }
}
double sumOfAll(int n, int k) {
  Cells cells{};
  double sum = 0;
  // loomp: not-parallel -- the next r starts with what is left in cells
  for (int r = 0; r < k; r++)
    // loomp: parallel firstprivate(cells) lastprivate(cells) -- the last i leaves what all from k on do
    for (int i = 0; i < n; i++) {
      if (i >= k)
        // loomp: parallel
        for (int j = 0; j < n; j++)
          cells.at[j] = a[i] - j;
      b[i] = cells.at[0];
    }
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < n; i++)
    sum += b[i];
  return sum;
}
void someOtherNumber(int n, int m, int k) {
  Cells cells{};
  // loomp: not-parallel -- if m is 0, no i writes; but n=9, m=1, k=3: the r=1 starts with r=0's
  for (int r = 0; r < k; r++)
    // loomp: parallel firstprivate(cells) lastprivate(cells) -- all i >= k fill cells.at[0] or none
    for (int i = 0; i < n; i++) {
      if (i >= k)
        // loomp: parallel
        for (int j = 0; j < m; j++)
          cells.at[j] = a[i] - j;
      b[i] = cells.at[0];
    }
}
void nextRoundReads(int n, int k) {
  double w[2] = {};
  // loomp: not-parallel -- r=1 reads at i=0 what r=0 left
  for (int r = 0; r < k; r++)
    // loomp: not-parallel -- which i is the last to write w[0] depends on n
    for (int i = 0; i < n; i++) {
      if (i < 4)
        b[i] = w[0];
      if (i > 5 && i % 3 == 0)
        w[0] = a[i];
    }
}
void nextRoundFills(int n, int k) {
  // loomp: not-parallel -- b
  for (int r = 0; r < k; r++) {
    double w[2] = {};
    // loomp: parallel firstprivate(w)
    for (int i = 0; i < n; i++) {
      if (i < 4)
        b[i] = w[0];
      if (i > 5 && i % 3 == 0)
        w[0] = a[i];
    }
  }
}
double usedAfter(int n) {
  double w[4] = {};
  // loomp: parallel firstprivate(w) lastprivate(w) -- the last i writes w[0] if any does
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    if (!(i > 3))
      b[i] = w[0];
  }
  return w[0];
}
double usedAfterOtherEnd(int n, int k) {
  double w[4] = {};
  // loomp: not-parallel -- the last i may be one behind k, which writes nothing
  for (int i = 0; i < n; i++) {
    if (i < 4)
      b[i] = w[0];
    if (i > 3 && i < k)
      w[0] = a[i];
  }
  return w[0];
}
double usedAfterOtherElements(int n) {
  double w[1000] = {};
  // loomp: not-parallel -- each i leaves an element of its own
  for (int i = 4; i < n; i++) {
    w[i / 2] = a[i];
    b[i] = w[i / 2];
  }
  return w[0] + w[7];
}
void ofIteration(int n) {
  double w[3] = {};
  // loomp: parallel firstprivate(w) -- w[2] is written by iterations that come after all reads of it
  for (int i = 0; i < n; i++) {
    w[0] = a[i];
    if (i < 7)
      b[i] = w[2] + w[0];
    else
      w[2] = w[0];
  }
}
void movesOn(int n) {
  double w[8] = {};
  // loomp: not-parallel -- i=5 reads the w[0] of i=4
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[i % 4] = a[i];
    b[i] = w[(i + 3) % 4];
  }
}
void readsAtOwnPlace(int n) {
  double w[1000] = {};
  // loomp: parallel -- of w[i], i alone
  for (int i = 0; i < n; i++) {
    b[i] = w[i];
    w[i] = a[i];
  }
}
void readsAhead(int n) {
  double w[1001] = {};
  // loomp: parallel firstprivate(w) -- i reads w[i + 1] before i + 1 writes it
  for (int i = 0; i < n; i++) {
    b[i] = w[i + 1];
    w[i] = a[i];
  }
}
double readsAheadUsed(int n) {
  double w[1001] = {};
  // loomp: not-parallel -- each i leaves w[i]
  for (int i = 0; i < n; i++) {
    b[i] = w[i + 1];
    w[i] = a[i];
  }
  return w[3] + w[4];
}
void readsBehind(int n) {
  double w[1001] = {};
  // loomp: not-parallel -- i=1 reads w[0], which i=0 wrote
  for (int i = 0; i < n; i++) {
    w[i + 1] = a[i];
    b[i] = w[i];
  }
}
void ofArray(int n) {
  std::array<double, 4> w{};
  // loomp: parallel firstprivate(w)
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = w[0];
  }
}
void ofVector(int n) {
  std::vector<double> w(4);
  // loomp: parallel firstprivate(w)
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = w[0];
  }
}
void ofMembers(int n) {
  Cells cells{};
  // loomp: parallel firstprivate(cells)
  for (int i = 0; i < n; i++) {
    if (i > 3)
      cells.low = a[i];
    b[i] = cells.low + cells.high;
  }
}
void copiesAreLogged(int n) {
  Logged w;
  // loomp: not-parallel -- to copy w does something that is not known
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w.at[0] = a[i];
    b[i] = w.at[0];
  }
}
void byReference(int n) {
  double w[4] = {};
  double &first = w[0];
  // loomp: not-parallel -- `first` is that of the function, not of a copy
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = first;
  }
}
void byPointer(int n) {
  double w[4] = {};
  double *p = w;
  // loomp: not-parallel -- p leads to the w of the function
  for (int i = 0; i < n; i++) {
    if (i > 3)
      p[0] = a[i];
    b[i] = w[0];
  }
}
void byLambda(int n) {
  double w[4] = {};
  auto set = [&](double x) { w[0] = x; };
  // loomp: not-parallel -- the lambda writes the w of the function
  for (int i = 0; i < n; i++) {
    if (i > 3)
      set(a[i]);
    b[i] = w[0];
  }
}
static void put(double *to, double x) { to[0] = x; }
void byArgument(int n) {
  double w[4] = {};
  // loomp: parallel firstprivate(w) -- the callee gets the w of the thread
  for (int i = 0; i < n; i++) {
    if (i > 3)
      put(w, a[i]);
    b[i] = w[0];
  }
}
void ofCaller(double (&w)[4], int n) {
  // loomp: not-parallel -- the caller sees what is left in w
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = w[0];
  }
}
void ofEarlierCall(int n) {
  static double w[4];
  // loomp: not-parallel -- the next call reads what this one left
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = w[0];
  }
}
void large(int n) {
  double w[10000] = {};
  // loomp: not-parallel -- 80,000 bytes are not copied
  for (int i = 0; i < n; i++) {
    if (i > 3)
      w[0] = a[i];
    b[i] = w[0];
  }
}
union Halves {
  int whole;
  short parts[2];
};
void halves(int n, int k) {
  Halves w{};
  // loomp: not-parallel -- i=k writes a half of w that i=k+1 reads under another name
  for (int i = 0; i < n; i++) {
    if (i == k || i == k + 1)
      w.whole = i;
    b[i] = w.parts[0];
  }
}
