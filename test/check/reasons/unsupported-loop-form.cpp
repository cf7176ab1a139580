// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Loops that count in a way of their own.
int length(const char *text) {
  int n = 0;
  // loomp: not-parallel unsupported-loop-form -- it ends where the data says so
  while (text[n] != 0)
    n++;
  return n;
}

int digits(int x) {
  int n = 0;
  // loomp: not-parallel unsupported-loop-form -- each iteration divides what the last one left
  do {
    x /= 10;
    n++;
  } while (x != 0);
  return n;
}

int sumOfDigits(int n, const int *a) {
  int sum = 0;
  // loomp: parallel reduction(+:sum) -- a loop of another form inside is no obstacle
  for (int i = 0; i < n; i++) {
    int x = a[i];
    // loomp: not-parallel unsupported-loop-form -- its end depends on the data
    while (x != 0) {
      sum += x % 10;
      x /= 10;
    }
  }
  return sum;
}
