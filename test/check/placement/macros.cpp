// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Loops that macros write stand where the macro is expanded: several of them in one place.
void report(int);
double a[1000], b[1000], table[100][100];

#define FILL(t, n)                                                                                 \
  for (int i = 0; i < (n); i++) {                                                                  \
    for (int j = 0; j < (n); j++)                                                                  \
      t[i][j] = 0;                                                                                 \
  }

void nest() {
  // loomp: parallel -- both loops of the nest
  FILL(table, 100)
}

#define CLAMP(x)                                                                                   \
  do {                                                                                             \
    if ((x) < 0)                                                                                   \
      (x) = 0;                                                                                     \
  } while (0)

void once(int n) {
  for (int i = 0; i < n; i++) // loomp: parallel -- `do` with 0 for a condition is a block
    CLAMP(a[i]);
}

void twice(int n) {
  for (int i = 1; i < n; i++) // loomp: serial carried-flow-dependence -- i=1 writes a[1], i=2 reads it
    do {
      a[i] = a[i - 1];
    } while (false);
}

void left(int n) {
  // loomp: parallel -- `break` and `continue` leave the block, not the loop
  for (int i = 0; i < n; i++) {
    double t = 1.0;
    do {
      if (b[i] < 0)
        break;
      if (b[i] > 9)
        continue;
      t = b[i];
    } while (0);
    a[i] = t;
  }
}

void carries(int n) {
  double t = 1.0;
  // loomp: not-parallel -- where b[i] < 0, a[i] is what the iteration before left in t
  for (int i = 0; i < n; i++) {
    do {
      if (b[i] < 0)
        break;
      t = b[i];
    } while (0);
    a[i] = t;
  }
}

#define CHECK(condition, code)                                                                     \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      do {                                                                                         \
        report(code);                                                                              \
        return code;                                                                               \
      } while (0);                                                                                 \
    }                                                                                              \
  } while (0)

int checked(int i, int n) {
  CHECK(i >= 0 && i < n, -1);
  int sum = 0;
  for (int k = 0; k < n; k++) // loomp: serial early-exit -- b[0] < 0 leaves before k=1
    CHECK(b[k] >= 0, -2);
  for (int k = 0; k < n; k++) { // loomp: parallel reduction(+:sum)
    CLAMP(a[k]);
    sum += k;
  }
  return sum;
}

void repeated(int n) {
  int k = 0;
  // loomp: not-parallel -- a loop, even if its condition is written as a number
  do {
    a[k] = a[k] + a[k + 1];
    if (++k == n)
      break;
  } while (1);
}

int counted(int n) {
  int skipped = 0;
  for (int i = 0; i < n; i++) { // loomp: not-parallel -- 'return' leaves it: i=3 may not run
    do {
      if (b[i] < 0)
        return i;
      if (b[i] > 9)
        break;
      a[i] = 0;
    } while (0);
    a[i] += 1;
  }
  return skipped;
}
