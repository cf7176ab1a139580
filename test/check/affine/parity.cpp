// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A remainder that truncates is congruent to the dividend, whatever its sign.
constexpr int Side = 100;
double field[Side][Side];
void redBlack(int color) {
  // loomp: parallel -- i + j is odd in all writes and even in all reads, or the reverse
  for (int i = 1; i < Side - 1; ++i)
    // loomp: parallel
    for (int j = 1 + (i + color) % 2; j < Side - 1; j += 2)
      field[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}
void ofThree(int color) {
  // loomp: parallel -- the class of i + j modulo 3 that is written is not read
  for (int i = 1; i < Side - 1; ++i)
    // loomp: parallel
    for (int j = 1 + (i + color) % 3; j < Side - 1; j += 3)
      field[i][j] = 0.25 * (field[i - 1][j + 1] + field[i + 1][j] + field[i][j - 1]);
}
void diagonal(int color) {
  // loomp: not-parallel -- row i reads what row i-1 wrote
  for (int i = 1; i < Side - 1; ++i)
    // loomp: parallel
    for (int j = 1 + (i + color) % 3; j < Side - 1; j += 3)
      field[i][j] = 0.5 * field[i - 1][j - 1];
}
void signs(int *a, int n, int shift) {
  // loomp: not-parallel -- -1 and 1 are both the remainder of an odd number
  for (int i = 0; i < n; ++i)
    a[(i + shift) % 2 + 1] = i;
}
void asTruth(double *a, int n) {
  // loomp: parallel -- what is odd is written, what is even is read
  for (int i = 0; i < n; ++i)
    if (i % 2)
      a[i] = a[i - 1];
}
void asTruthOfThree(double *a, int n) {
  // loomp: serial carried-flow-dependence -- i=2 reads a[1], of i=1
  for (int i = 0; i < n; ++i)
    if (i % 3)
      a[i] = a[i - 1];
}
void asTruthElsewhere(double *a, int n) {
  // loomp: serial carried-output-dependence -- i=2 and i=3 write a[3]
  for (int i = 1; i < n; ++i)
    if (i & 1)
      a[i] = i;
    else
      a[i + 1] += 1;
}
