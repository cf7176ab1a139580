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
