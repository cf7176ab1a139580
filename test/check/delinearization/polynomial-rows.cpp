// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
double a[1000000], b[1000000];

void squares(long n) {
  // loomp: parallel -- row i ends where row i + 1 begins
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j <= 2 * i; j++)
      a[i * i + j] = b[j];
}
void squaresOneTooLong(long n) {
  // loomp: not-parallel -- row i ends in the first element of row i + 1
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j <= 2 * i + 1; j++)
      a[i * i + j] = b[j];
}
void squaresOfBothSigns(long n) {
  // loomp: not-parallel -- -1 and 1 have one square
  for (long i = -3; i < n; i++)
    // loomp: parallel
    for (long j = 0; j < 1; j++)
      a[i * i + j] = b[j];
}
void everySecond(long n) {
  // loomp: parallel
  for (long i = 0; i < n; i += 2)
    // loomp: parallel
    for (long j = 0; j <= 4 * i + 3; j++)
      a[i * i + j] = b[j];
}
void everySecondTooLong(long n) {
  // loomp: not-parallel -- (i + 2)^2 is i^2 + 4 * i + 4
  for (long i = 0; i < n; i += 2)
    // loomp: parallel
    for (long j = 0; j <= 4 * i + 4; j++)
      a[i * i + j] = b[j];
}
void downwards(int n) {
  // loomp: parallel
  for (int i = n - 1; i >= 0; --i)
    // loomp: parallel
    for (int j = 0; j <= 2 * i; j++)
      a[i * i + j] = b[j];
}
void neighbour(int n) {
  // loomp: parallel -- no two squares from 4 on are neighbours
  for (int i = 2; i < n; i++)
    a[i * i] = a[i * i + 1];
}
void neighbourOfZero(int n) {
  // loomp: parallel peeled(first) -- 0 and 1 are
  for (int i = 0; i < n; i++)
    a[i * i] = a[i * i + 1];
}
void smallSquares(long n) {
  // loomp: parallel -- 0, 1 and 4 are less than 8
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j < 3; j++)
      a[i * 8 + j * j] += 1;
}
void squaresBeyond(long n) {
  // loomp: not-parallel -- 9 is not
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j < 4; j++)
      a[i * 8 + j * j] = j;
}
void triangle(std::vector<double> &v, long n) {
  // loomp: parallel -- i * (i + 1) is even: nothing is cut off
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j <= i; j++)
      v[i * (i + 1) / 2 + j] = v[i * (i + 1) / 2 + j] * 0.5 + j;
}
void triangleShifted(std::vector<double> &v, long n) {
  // loomp: not-parallel -- row 1 has two elements and begins at 0 like row 0
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = 0; j <= i; j++)
      v[i * (i - 1) / 2 + j] = v[i * (i - 1) / 2 + j] * 0.5 + j;
}
void triangularNumbers(int n) {
  // loomp: parallel
  for (int i = 1; i < n; i++)
    a[i * (i - 1) / 2] = a[i * (i - 1) / 2] * 0.5 + 1;
}
void twiceZero(int n) {
  // loomp: parallel peeled(first) -- 0 * -1 / 2 and 1 * 0 / 2 are 0
  for (int i = 0; i < n; i++)
    a[i * (i - 1) / 2] = a[i * (i - 1) / 2] * 0.5 + 1;
}
void cutOff(int n) {
  // loomp: not-parallel -- 0 * 0 / 2 and 1 * 1 / 2 are 0
  for (int i = 0; i < n; i++)
    a[i * i / 2] = a[i * i / 2] * 0.5 + 1;
}
void upperTriangle(long n) {
  // loomp: parallel -- row i holds the n - i elements from the diagonal on
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = i; j < n; j++)
      a[i * n - i * (i + 1) / 2 + j] += 1;
}
void upperTriangleTooTight(long n) {
  // loomp: not-parallel -- rows begin one element too early
  for (long i = 0; i < n; i++)
    // loomp: parallel
    for (long j = i; j < n; j++)
      a[i * (n - 1) - i * (i + 1) / 2 + j] = j;
}
void byShift(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < i; j++)
      a[(i * (i - 1) >> 1) + j] = b[j];
}
void mayWrap(unsigned n) {
  // loomp: parallel assuming(fixed-step) -- it asks: of 65536 and 0 the squares are one number
  for (unsigned i = 0; i < n; i++)
    a[i * i] = b[i];
}
