// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Variables that flip in every iteration.
double leibniz(int n) {
  double sum = 0.0, sign = 1.0;
  // loomp: parallel induction(sign) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    sum += sign / (2 * i + 1);
    sign = -sign;
  }
  return sum;
}

long narrow(const short *terms, int n) {
  long sum = 0;
  signed char sign = 1;
  // loomp: parallel induction(sign) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    sum += sign * terms[i];
    sign = static_cast<signed char>(-sign);
  }
  return sum + sign;
}

int flags(const int *a, int n) {
  bool odd = false;
  int count = 0;
  // loomp: parallel induction(odd) reduction(+:count)
  for (int i = 0; i < n; i++) {
    if (odd)
      count += a[i];
    odd = !odd;
  }
  return count;
}

long others(const int *a, int n, int mask, int total) {
  long sum = 0;
  int side = 1, key = 5, rest = 3;
  // loomp: parallel induction(side) induction(key) induction(rest) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    side *= -1;
    key ^= mask;
    sum += side * a[i] + key - rest;
    rest = total - rest;
  }
  return sum;
}

long sometimes(const int *a, int n) {
  long sum = 0;
  int sign = 1;
  // loomp: not-parallel -- the sign depends on the zeros before
  for (int i = 0; i < n; i++) {
    sum += sign * a[i];
    if (a[i] == 0)
      sign = -sign;
  }
  return sum;
}

long passedOver(const int *a, int n) {
  long sum = 0;
  int sign = 1;
  // loomp: not-parallel -- the sign depends on the zeros before
  for (int i = 0; i < n; i++) {
    if (a[i] == 0)
      continue;
    sum += sign * a[i];
    sign = -sign;
  }
  return sum;
}

long notAsNumber(const int *a, int n) {
  long sum = 0;
  int state = 5;
  // loomp: not-parallel -- 5, 0, 1, 0, 1: not by turns
  for (int i = 0; i < n; i++) {
    sum += state * a[i];
    state = !state;
  }
  return sum;
}

long truth(const int *a, int n) {
  long sum = 0;
  bool odd = false, even = true;
  // loomp: parallel induction(odd) induction(even) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    odd ^= true;
    sum += odd * a[i] + even;
    even = even ^ 1;
  }
  return sum;
}

double wholeNumbers(const double *a, int n) {
  double sum = 0.0, x = 2;
  // loomp: parallel induction(x) reduction(+:sum) -- 2 and -1 by turns
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = 1 - x;
  }
  return sum;
}

double givenNumber(const double *a, int n, double x) {
  double sum = 0.0;
  // loomp: not-parallel -- 1 - (1 - x) is x for few of all x
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = 1 - x;
  }
  return sum;
}

double assignedElsewhere(const double *a, int n) {
  double sum = 0.0, x = 2;
  x *= a[0];
  // loomp: not-parallel -- x may be no whole number any more
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = 1 - x;
  }
  return sum;
}

double negativeZero(const double *a, int n) {
  double sum = 0.0, x = -0.0;
  // loomp: not-parallel -- -0, 0, 0
  for (int i = 0; i < n; i++) {
    sum += a[i] / x;
    x = 0 - x;
  }
  return sum;
}

void everySecond(double *a, int n) {
  bool odd = false;
  // loomp: parallel induction(odd) -- reads what is even, writes what is odd
  for (int i = 0; i < n; i++) {
    if (!odd)
      a[i + 1] = a[i] * 0.5;
    odd = !odd;
  }
}

void thoseWithTwoBetween(double *a, int n) {
  bool odd = false;
  // loomp: not-parallel -- i=1 writes what i=3 reads
  for (int i = 0; i < n; i++) {
    if (odd)
      a[i + 2] = a[i] * 0.5;
    odd = !odd;
  }
}

void everySecondOfBoth(double *a, int n) {
  int side = 1;
  // loomp: parallel induction(side)
  for (int i = 0; i < n; i++) {
    if (side > 0)
      a[i + 1] = a[i] * 0.5;
    side = -side;
  }
}

void startUnknown(double *a, int n, bool odd) {
  // loomp: not-parallel -- a[i + 1] and then a[(i + 1) + 0], if odd is true at first
  for (int i = 0; i < n; i++) {
    a[i + odd] = i;
    odd = !odd;
  }
}

void asSubscript(double *a, int n) {
  int q = 0;
  // loomp: parallel induction(q)
  for (int i = 0; i < n; i++) {
    a[2 * i + q] = a[2 * i + 1 - q];
    q = 1 - q;
  }
}

void meeting(double *a, int n) {
  int q = 0;
  // loomp: serial carried-output-dependence -- 1 + 1 and 2 + 0
  for (int i = 0; i < n; i++) {
    a[i + q] = i;
    q = 1 - q;
  }
}

double rounded(const double *a, int n) {
  double sum = 0.0, x = 0.1;
  // loomp: not-parallel -- 1 - (1 - 0.1) is not 0.1
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = 1 - x;
  }
  return sum;
}

long truncated(const int *a, int n) {
  long sum = 0, x = 1000;
  // loomp: not-parallel -- the byte forgets the rest
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = static_cast<signed char>(-x);
  }
  return sum;
}

long changes(const int *a, int n) {
  long sum = 0;
  int x = 1, c = 1;
  // loomp: not-parallel -- c is another one each time
  for (int i = 0; i < n; i++) {
    sum += x * a[i];
    x = c - x;
    c = a[i];
  }
  return sum;
}

long wholeFlag(const int *a, int n) {
  long sum = 0;
  int odd = 0;
  // loomp: parallel induction(odd) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    sum += odd * a[i];
    odd = !odd;
  }
  return sum + odd;
}

void wholeFlagInNest(double *a, int n, int m) {
  int side = 1;
  // loomp: not-parallel -- where it starts depends on the rows before
  for (int k = 0; k < m; k++)
    // loomp: parallel induction(side)
    for (int i = 0; i < n; i++) {
      a[i] += side;
      side = !side;
    }
}

long givenFlag(const int *a, int n, int odd) {
  long sum = 0;
  // loomp: not-parallel -- 2, 0, 1, 0, 1: not by turns
  for (int i = 0; i < n; i++) {
    sum += odd * a[i];
    odd = !odd;
  }
  return sum;
}

long flagAssignedElsewhere(const int *a, int n) {
  long sum = 0;
  int odd = 0;
  odd = a[0];
  // loomp: not-parallel -- a[0] may be 2
  for (int i = 0; i < n; i++) {
    sum += odd * a[i];
    odd = !odd;
  }
  return sum;
}

void secondByFlag(double *a, int n) {
  int odd = 0;
  // loomp: parallel induction(odd) -- reads what is even, writes what is odd
  for (int i = 0; i < n; i++) {
    if (!odd)
      a[i + 1] = a[i] * 0.5;
    odd = !odd;
  }
}

enum Truth : bool { No, Yes };

long throughTruth(int n) {
  long sum = 0;
  unsigned char key = 0;
  // loomp: not-parallel -- 0, 1, 1, ...: (Truth)2 is 1
  for (int i = 0; i < n; i++) {
    sum += key;
    key = (Truth)(key ^ 2);
  }
  return sum;
}

long throughSevenBits(int n) {
  long sum = 0;
  unsigned char key = 200;
  // loomp: not-parallel -- 200, 73, 72, 73, ...: seven bits do not hold 200
  for (int i = 0; i < n; i++) {
    sum += key;
    key = (unsigned _BitInt(7))(key ^ 129);
  }
  return sum;
}

long throughNineBits(int n) {
  long sum = 0;
  unsigned char key = 200;
  // loomp: parallel induction(key) reduction(+:sum)
  for (int i = 0; i < n; i++) {
    sum += key;
    key = (unsigned _BitInt(9))(key ^ 129);
  }
  return sum;
}
