// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// `(c ? a : b) += e`: one of two variables.
long split(const int *v, int n) {
  long up = 0, down = 0;
  // loomp: parallel reduction(+:up) reduction(+:down)
  for (int i = 0; i < n; i++)
    (v[i] > 0 ? up : down) += v[i];
  return up - down;
}

long balance(const int *v, int n) {
  long left = 0, right = 0;
  // loomp: not-parallel -- i compares the sums that i-1 left
  for (int i = 0; i < n; i++)
    (left < right ? left : right) += v[i];
  return left - right;
}

long twoOperators(const int *v, int n) {
  long sum = 0, product = 1;
  // loomp: not-parallel -- sum is added to and multiplied
  for (int i = 0; i < n; i++) {
    (v[i] > 0 ? sum : product) += v[i];
    sum *= 2;
  }
  return sum + product;
}

void bisect(const double *x, double *out, int n) {
  // loomp: parallel -- where x and out are apart
  for (int i = 0; i < n; i++) {
    double low = 0, high = 1;
    // loomp: not-parallel -- the next step starts from these bounds
    for (int k = 0; k < 60; k++) {
      const double middle = 0.5 * (low + high);
      (middle * middle < x[i] ? low : high) = middle;
    }
    out[i] = low;
  }
}

void lasts(const int *v, int n, int *out) {
  int even = 0, odd = 0;
  // loomp: not-parallel -- which iteration assigned odd last depends on v
  for (int i = 0; i < n; i++)
    (v[i] % 2 ? odd : even) = v[i];
  out[0] = even + odd;
}
