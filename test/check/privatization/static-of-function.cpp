// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A static variable keeps its value until the next call: that matters if anything reads it.
double *leaked;
void note();

void products(const double *a, double *out, int n) {
  static double corner[2];
  // loomp: parallel array-private(corner) -- each iteration fills corner; nobody else has it
  for (int i = 0; i + 1 < n; ++i) {
    corner[0] = a[i];
    corner[1] = a[i + 1];
    out[i] = corner[0] * corner[1];
  }
}

void temporaries(const double *a, double *out, int n) {
  static double t;
  // loomp: parallel private(t) -- each iteration writes t first
  for (int i = 0; i < n; ++i) {
    t = a[i] * a[i];
    out[i] = t + 1 / t;
  }
}

void fromLastCall(const double *a, double *out, int n) {
  static double corner[2];
  out[0] = corner[0]; // what the last call left
  // loomp: parallel -- the next call reads the corner[0] of the last iteration, which is kept
  for (int i = 1; i + 1 < n; ++i) {
    corner[0] = a[i];
    corner[1] = a[i + 1];
    out[i] = corner[0] * corner[1];
  }
}

void fromLastIteration(const double *a, double *out, int n) {
  static double corner[2];
  // loomp: not-parallel -- i=0 reads what the last iteration of the call before left in corner[1]
  for (int i = 0; i + 1 < n; ++i) {
    corner[0] = a[i];
    if (i > 0)
      corner[1] = a[i + 1];
    out[i] = corner[0] * corner[1];
  }
}

void withPointer(const double *a, double *out, int n) {
  static double corner[2];
  leaked = corner;
  // loomp: parallel assuming(no-alias) -- others may read corner after the loop; out may lead there
  for (int i = 0; i + 1 < n; ++i) {
    corner[0] = a[i];
    corner[1] = a[i + 1];
    out[i] = corner[0] * corner[1];
  }
}

int counted(int *out, int n) {
  static int k;
  // loomp: not-parallel -- the next call starts with the k that this one left
  for (int i = 0; i < n; ++i) {
    k += out[i];
    out[i] = k;
  }
  return 0;
}

// It is no static variable: the first iteration reads what the loop before left.
void firstReads(const double *a, double *out, int m, int n) {
  double row[2] = {1, 2};
  // loomp: not-parallel -- k=1 starts with the row that k=0 left
  for (int k = 0; k < m; ++k)
    // loomp: parallel firstprivate(row) lastprivate(row) assuming(no-alias, no-alias)
    for (int i = 0; i < n; ++i) {
      if (i == 0)
        out[k * n] = row[0] + row[1];
      row[0] = a[i];
      row[1] = a[k];
      out[k * n + i] += row[0] * row[1];
    }
}
