// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The best is kept by its place: in two indices, in a narrow one, and with a mark for none yet.
#include <cmath>
#include <vector>

void pivot(const double (&a)[20][20], int k, int &row, int &column) {
  int p = k, q = k;
  // loomp: parallel selection(max:p) selection(max:q)
  for (int i = k; i < 20; i++)
    // loomp: parallel selection(max:p) selection(max:q)
    for (int j = k; j < 20; j++)
      if (std::fabs(a[i][j]) > std::fabs(a[p][q])) {
        p = i;
        q = j;
      }
  row = p, column = q;
}

long lastOfEqual(const std::vector<int> &a, int n, int m) {
  int p = 0, q = 0;
  // loomp: parallel selection(max:p) selection(max:q)
  for (int i = 0; i < n; i++)
    // loomp: parallel selection(max:p) selection(max:q)
    for (int j = 0; j < m; j++)
      if (a[i * m + j] >= a[p * m + q])
        p = i, q = j;
  return p * 1000L + q;
}

long crossed(const std::vector<int> &a, int n, int m) {
  int p = 0, q = 0;
  // loomp: not-parallel -- what is kept is not the place of the candidate
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- as for the loop around
    for (int j = 0; j < m; j++)
      if (a[i * m + j] > a[p * m + q])
        p = j, q = i;
  return p * 1000L + q;
}

long halfKept(const std::vector<int> &a, int n, int m) {
  int p = 0, q = 0;
  // loomp: not-parallel -- the row stays while the column moves
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- j=0 compares with what an earlier j left, in another row
    for (int j = 0; j < m; j++)
      if (a[i * m + j] > a[p * m + q])
        q = j;
  return p * 1000L + q;
}

long written(std::vector<int> &a, int n, int m) {
  int p = 0, q = 0;
  // loomp: not-parallel -- what stands at the best place changes
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- as for the loop around
    for (int j = 0; j < m; j++)
      if (a[i * m + j] > a[p * m + q]) {
        p = i, q = j;
        a[i * m + j] = 0;
      }
  return p * 1000L + q;
}

long readElsewhere(const std::vector<int> &a, std::vector<int> &b, int n) {
  int at = 0;
  // loomp: not-parallel -- b[i] is which of the elements so far is the largest
  for (int i = 0; i < n; i++) {
    if (a[i] > a[at])
      at = i;
    b[i] = at;
  }
  return at;
}

int narrow(const std::vector<double> &v, long n) {
  int at = 0;
  // loomp: parallel selection(max:at) assuming(fixed-step)
  for (long i = 0; i < n; i++)
    if (v[i] > v[at])
      at = int(i);
  return at;
}

int tooNarrow(const std::vector<double> &v) {
  signed char at = 0;
  // loomp: not-parallel -- v[at] is another element than v[128] was
  for (int i = 0; i < 1000; i++)
    if (v[i] > v[at])
      at = i;
  return at;
}

int fits(const std::vector<double> &v) {
  signed char at = 0;
  // loomp: parallel selection(max:at)
  for (int i = 0; i < 128; i++)
    if (v[i] > v[at])
      at = i;
  return at;
}

int dijkstra(const std::vector<int> &distance, const std::vector<char> &done) {
  int at = -1;
  // loomp: parallel selection(min:at)
  for (int i = 0; i < int(distance.size()); i++)
    if (!done[i] && (at == -1 || distance[i] < distance[at]))
      at = i;
  return at;
}

int behindContinue(const std::vector<int> &cost, int n) {
  int at = -1, best = 0;
  // loomp: parallel selection(min:at) selection(min:best)
  for (int i = 0; i < n; i++) {
    if (at >= 0 && cost[i] >= best)
      continue;
    at = i;
    best = cost[i];
  }
  return at + best;
}

int flagged(const std::vector<int> &cost, int n) {
  int best = 0, at = 0;
  bool found = false;
  // loomp: parallel selection(min:best) selection(min:at) selection(min:found)
  for (int i = 0; i < n; i++)
    if (cost[i] > 3 && (!found || cost[i] <= best)) {
      best = cost[i];
      at = i;
      found = true;
    }
  return found ? at * 100 + best : -1;
}

int firstMayBeNan(const std::vector<double> &cost, int n) {
  int at = -1;
  // loomp: not-parallel -- if cost[0] is no number, nothing is less; a thread that starts later
  // would not know
  for (int i = 0; i < n; i++)
    if (at == -1 || cost[i] < cost[at])
      at = i;
  return at;
}

int isMarkAgain(const std::vector<int> &cost, int n) {
  int at = -1;
  // loomp: not-parallel -- i=-1 is taken, and the next is taken whatever it costs
  for (int i = -5; i < n; i++)
    if (at == -1 || cost[i + 5] < cost[at + 5])
      at = i;
  return at;
}

int neverMarked(const std::vector<int> &cost, int n) {
  int best = 0, at = 0;
  bool found = false;
  // loomp: not-parallel -- 'found' stays false, so that it is the last one that counts
  for (int i = 0; i < n; i++)
    if (!found || cost[i] < best) {
      best = cost[i];
      at = i;
      found = false;
    }
  return at;
}

int markedLater(const std::vector<int> &cost, int n) {
  int best = 0, at = 0;
  bool found = false;
  // loomp: not-parallel -- where cost[i] is even, the one before may not have been marked
  for (int i = 0; i < n; i++)
    if (!found || cost[i] < best) {
      best = cost[i];
      at = i;
      found = cost[i] % 2;
    }
  return at;
}

int otherMark(const std::vector<int> &cost, int n, int limit) {
  int best = 0, at = 0;
  // loomp: not-parallel -- below the limit the last one counts, which is no order of candidates
  for (int i = 0; i < n; i++)
    if (at < limit || cost[i] < best) {
      best = cost[i];
      at = i;
    }
  return at;
}

long sameInAll(const std::vector<long> &key, const long *b, int n, int m) {
  long best = 0, other = 3;
  // loomp: parallel selection(min:best) selection(min:other)
  for (int i = 0; i < n; i++)
    // loomp: parallel selection(min:best) selection(min:other) -- b[i] waits for the threads
    for (int j = 0; j < m; j++)
      if (key[i + j] < best) {
        best = key[i + j];
        other = b[i];
      }
  return best + other;
}

long otherType(const unsigned *b, unsigned n) {
  long at = 0;
  // loomp: not-parallel -- b[at] - at is a difference of longs, b[i] - i one that wraps
  for (unsigned i = 1; i < n; i++)
    if (b[i] - i > b[at] - at)
      at = i;
  return at;
}

double otherDivision(int n) {
  double at = 0;
  // loomp: not-parallel -- at / 4 is no whole number
  for (int i = 0; i < n; i++)
    if ((7 - i / 4) * (i / 4) > (7 - at / 4) * (at / 4))
      at = i;
  return at;
}

int sameType(const int *b, int n) {
  int at = 0;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    if (b[i] - i > b[at] - at)
      at = i;
  return at;
}

// The place is kept in another type, which holds it if it is not negative.
unsigned otherType(const double *b, int n) {
  unsigned at = 0;
  // loomp: parallel selection(min:at)
  for (int i = n - 1; i >= 0; i--)
    if (b[i] < b[at])
      at = unsigned(i);
  return at;
}
unsigned negativePlaces(const double *b, int n) {
  unsigned at = 5;
  // loomp: not-parallel -- b[-4] is compared, and kept as b[4294967292]
  for (int i = -4; i < n; i++)
    if (b[i] < b[at])
      at = unsigned(i);
  return at;
}
