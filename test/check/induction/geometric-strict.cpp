// RUN: %loomp check --format=json --fp=strict %s -- -std=c++20 | %verdicts %s
void fade(double *x, int n, double factor) {
  double gain = 1.0;
  // loomp: not-parallel strict-floating-point -- the power would be rounded otherwise
  for (int i = 0; i < n; i++) {
    x[i] *= gain;
    gain *= factor;
  }
}

void keys(unsigned *x, int n) {
  unsigned key = 1;
  // loomp: parallel induction(key) -- integers are exact
  for (int i = 0; i < n; i++) {
    x[i] *= key;
    key *= 3;
  }
}
