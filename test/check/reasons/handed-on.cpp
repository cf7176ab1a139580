// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Whatever way two iterations take: if every one of them reads a variable before it writes it, and
// writes it, the second reads what the first left.

double scaledNorm(int n, const double *x) {
  double scale = 0.0, sum = 1.0;
  // loomp: serial carried-flow-dependence -- both branches read and write 'sum'
  for (int i = 0; i < n; i++) {
    if (scale < x[i]) {
      sum = 1.0 + sum * (scale / x[i]) * (scale / x[i]);
      scale = x[i];
    } else {
      sum += (x[i] / scale) * (x[i] / scale) / sum;
    }
  }
  return sum;
}

double rescaled(int n, double x, double u, double v) {
  // loomp: serial carried-flow-dependence -- what is rescaled was computed from both before
  for (int i = 1; i < n; i++) {
    double next = i * u + x * v;
    u = v;
    v = next;
    if (v > 1e100) {
      v *= 1e-50;
      u *= 1e-50;
    }
  }
  return u + v;
}

int automaton(int n, const unsigned char *text) {
  int state = 0;
  // loomp: serial carried-flow-dependence -- each case leaves the next state
  for (int i = 0; i < n; i++) {
    if (text[i] > 64)
      state = state * 5 % 7;
    else if (text[i] > 32)
      state = 3 - state;
    else
      state = state * state % 5;
  }
  return state;
}

// Only some iterations write: perhaps none does.
double sometimes(int n, const double *x, double factor) {
  double value = 1.0;
  // loomp: unknown carried-flow-dependence -- is any element positive?
  for (int i = 0; i < n; i++)
    if (x[i] > 0.0)
      value = value * factor + 1.0;
  return value;
}

// Perhaps each iteration writes before it reads.
double writtenFirst(int n, const double *x, double *y, double last) {
  // loomp: unknown carried-flow-dependence -- is any element not positive?
  for (int i = 0; i < n; i++) {
    if (x[i] > 0.0)
      last = x[i];
    y[i] = last;
    last = 2.0 * x[i];
  }
  return last;
}

// The loop may be left before the second iteration.
double left(int n, const double *x) {
  double value = 1.0;
  // loomp: serial early-exit -- the exit is proven, not the dependence
  for (int i = 0; i < n; i++) {
    if (x[i] > 0.0)
      value = value / 2.0 + x[i];
    else
      value = value * value - x[i];
    if (value > 10.0)
      break;
  }
  return value;
}

// One iteration has none after it.
double once(const double *x) {
  double value = 1.0;
  // loomp: parallel firstprivate(value) lastprivate(value) -- nothing is carried
  for (int i = 0; i < 1; i++) {
    if (x[i] > 0.0)
      value = value / 2.0 + x[i];
    else
      value = value * value - x[i];
  }
  return value;
}
