// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// What a loop reads at a fixed place may be of the type that it writes. It is supposed to leave the
// place alone where a check of two objects can tell.
#include <numeric>
#include <vector>

int global[400];
unsigned globalUnsigned[400];

void offset(int *a, const int *p) {
  // loomp: parallel assuming(no-alias) -- p may point to one of the elements
  for (int i = 0; i < 8; i++)
    a[i + *p + 110] = i;
}

void offsetInSameArray(int *a) {
  // loomp: not-parallel -- iteration -a[40] - 70 may write a[40], and later ones start from there
  for (int i = 0; i < 8; i++)
    a[i + a[40] + 110] = i;
}

void offsetBySecondName(int *a, int n) {
  int *p = a + 40;
  // loomp: not-parallel -- p leads into a
  for (int i = 0; i < n; i++)
    a[i + *p] = i;
}

void offsetInIteration(int *a, const int *p, int *b, int n) {
  // loomp: parallel assuming(no-alias) -- b[i] may be what the same iteration reads: it is checked
  for (int i = 0; i < n; i++) {
    b[i] = 7;
    int k = *p;
    if (i > 3)
      a[i + k] = i;
  }
}

void offsetInSameIteration(int *b, const char *isChosen, int n) {
  // loomp: not-parallel -- an iteration writes b[40], and reads it only behind that
  for (int i = 0; i < n; i++) {
    b[41 + i] = 7;
    if (isChosen[i])
      b[40] = 300 + i;
    if (isChosen[i])
      b[b[40] - i] = i;
  }
}

void offsetByNullPointer(int *a, const int *p, int n) {
  // loomp: not-parallel -- no check may read *p in front of the loop
  for (int i = 0; i < n; i++)
    if (p)
      a[i + *p] = i;
}

void offsetAssigned(int *a, int *p, int n) {
  // loomp: not-parallel -- each iteration has an offset of its own
  for (int i = 0; i < n; i++) {
    a[*p] = i;
    *p = a[i + 500];
  }
}

void offsetByName(int n) {
  // loomp: not-parallel -- the offset is written by its name
  for (int i = 0; i < n; i++) {
    global[i + globalUnsigned[3]] = i;
    globalUnsigned[3] = i % 2;
  }
}

void offsetOfGlobal(const int *p, int n) {
  // loomp: parallel assuming(no-alias) -- p may point into the array
  for (int i = 0; i < n; i++)
    global[i + *p] = i;
}

int called;
int count() { return ++called; }

void offsetByCall(int *a, const int *p, int n) {
  // loomp: not-parallel -- each call changes a variable that p may point to, and that it returns
  for (int i = 0; i < n; i++)
    a[i + *p] = count();
}

int unknown(int);

void offsetByUnknownCall(int *a, const int *p, int n) {
  // loomp: not-parallel -- nobody knows what the call does
  for (int i = 0; i < n; i++)
    a[i + *p] = unknown(i);
}

void offsetVolatile(int *a, const volatile int *p, int n) {
  // loomp: not-parallel -- each read may find another value
  for (int i = 0; i < n; i++)
    a[i + *p] = i;
}

void offsetOfRow(std::vector<int> &a, const std::vector<int> &x, int k, int n) {
  // loomp: not-parallel -- two rows may overlap
  for (int i = 0; i < n; i++)
    // loomp: parallel assuming(no-alias) -- a and x may be one vector
    for (int j = 0; j < k; j++)
      a[x[i] + j] = i + j;
}

void offsetInOwnVector(std::vector<int> &a, int k, int n) {
  // loomp: not-parallel -- two rows may overlap
  for (int i = 0; i < n; i++)
    // loomp: not-parallel -- iteration i - a[i] overwrites where the row begins
    for (int j = 0; j < k; j++)
      a[a[i] + j] = i + j;
}

void offsetIntoGlobal(const std::vector<int> &x, int k, int n) {
  // loomp: not-parallel -- two rows may overlap
  for (int i = 0; i < n; i++)
    // loomp: parallel -- no vector has its elements in an array
    for (int j = 0; j < k; j++)
      globalUnsigned[x[i] + j] = i + j;
}

void pointerOfRow(char **rows, int y, int n) {
  // loomp: parallel assuming(no-alias) -- the row may be where the pointer to it stands
  for (int i = 0; i < n; i++)
    rows[y][i] = 0;
}

void bound(int *b, const int *a) {
  // loomp: parallel assuming(no-alias) -- b may lead to the bound
  for (int i = 0; i < a[40]; i++)
    b[i] = i;
}

void boundInSameArray(int *a) {
  // loomp: not-parallel bound-not-invariant -- iteration 40 overwrites the bound
  for (int i = 0; i < a[40]; i++)
    a[i] = i;
}

void boundAfterLastIteration(int *a) {
  if (a[40] == 1)
    // loomp: not-parallel -- what the one iteration writes is the bound that is tested next
    for (int i = 0; i < a[40]; i++)
      a[40 + i] = 3;
}

void boundsOfRow(int *a, const int *row, int n) {
  // loomp: not-parallel -- two rows may overlap
  for (int i = 0; i < n; i++)
    // loomp: parallel assuming(no-alias)
    for (int j = row[i]; j < row[i + 1]; ++j)
      a[j] = i;
}

void boundsOfRows(const int *row, int *y, int n) {
  // loomp: parallel assuming(no-alias) -- the bounds of the loop inside are checked, too
  for (int i = 0; i < n; i++)
    // loomp: parallel reduction(+:yLocal) assuming(no-alias)
    for (int j = row[i]; j < row[i + 1]; ++j)
      y[i] += j % 3;
}

void boundsOfRowsWithoutRange(const int *row, const int *column, int *y, int n) {
  // loomp: not-parallel -- no check can tell which columns these are
  for (int i = 0; i < n; i++)
    // loomp: parallel reduction(+:yLocal) assuming(no-alias, no-alias)
    for (int j = row[i]; j < row[i + 1]; ++j)
      y[i] += column[j];
}

void boundsOfGlobalRow(const std::vector<int> &row, std::vector<int> &a, int n) {
  // loomp: not-parallel -- two rows may overlap
  for (int i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias)
    for (long j = row[i + 1]; j <= row[i]; ++j)
      a[j] = a[j] * 2 + i;
}

// The loop around supposes something, and only for itself: where a[i] is n, a later iteration
// finds i >= before, and all of its iterations of the loop inside write b[0].
void inside(int *a, const int &n, int *b, int m) {
  int before = n;
  // loomp: not-parallel -- a[i] may be n
  for (int i = 0; i < n; ++i) {
    a[i] = 500;
    // loomp: not-parallel -- see above
    for (int j = 0; j < m; ++j)
      if (i >= before)
        b[0] = j;
      else
        b[j] = j;
  }
}

struct Pair {
  int first, second;
};

void copied(int *a, const Pair *p, int n) {
  int before = p->first;
  // loomp: parallel assuming(no-alias) -- a may lead into the pair
  for (int i = 0; i < n; i++) {
    Pair pair = *p;
    a[i + pair.first - before] = i;
  }
}

void copiedFromSame(Pair *p, int n) {
  int before = p->first, *q = &p->second;
  // loomp: not-parallel -- q leads into the pair
  for (int i = 0; i < n; i++) {
    Pair pair = *p;
    q[pair.second + i] = i;
  }
}

int behind(int *a, const int *p, int *b, int n) {
  int last = *p;
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++) {
    a[i + *p] = 3;
    last = *p;
  }
  // loomp: not-parallel -- where p points into a, last is not what stood there before
  for (int i = 0; i < 8; i++)
    b[(last - *p) * i + i * (last - 3)] = i;
  return last;
}

void local(int **rows, int n) {
  // loomp: parallel -- each iteration has bounds of its own
  for (int i = 0; i < n; i++) {
    int bounds[2] = {i, 2 * i};
    rows[i] = bounds;
    // loomp: not-parallel -- rows[i] leads to the bounds
    for (int j = 0; j < bounds[1]; j++)
      rows[i][j] = 0;
  }
}

void stop(int *a, const int *p, int n) {
  // loomp: not-parallel early-exit -- a thread cannot know whether to go on
  for (int i = 0; i < n; i++) {
    if (a[i] == 0)
      break;
    a[i + *p] = i;
  }
}

// The check computes where a[n[0] + i] ends from bounds that the loop itself makes less.
void boundsOf64Bits(long *a, long *n) {
  // loomp: parallel assuming(no-alias) -- they are limited first: no end wraps around in the check
  for (long i = 0; i < n[1] - n[0]; i++)
    a[n[0] + i] = 0;
}
