// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// i * (c - i) has the same value for i and c - i, and for no other two.
void evenOfNine(double *a, long n) {
  // loomp: parallel -- of i and 9 - i one is odd
  for (int i = 0; i < n + 1; i += 2)
    a[i * (9 - i) + 90] = 0.5 * i;
}
void evenOfEight(double *a, long n) {
  // loomp: serial carried-output-dependence on(a) -- i=0 and i=8
  for (int i = 0; i < n + 1; i += 2)
    a[i * (8 - i) + 90] = 0.5 * i;
}
void allOfNine(double *a, long n) {
  // loomp: serial carried-output-dependence on(a) -- i=1 and i=8
  for (int i = 0; i < n + 1; i++)
    a[i * (9 - i) + 90] = 0.5 * i;
}
void threesOfEight(double *a, long n) {
  // loomp: parallel -- i + j = 8 is no multiple of 3
  for (int i = 0; i < n; i += 3)
    a[3 * i * (8 - i) + 900] = 0.5 * i;
}
void oneAside(double *a, long n) {
  // loomp: not-parallel -- i=2 writes a[104], i=7 reads it
  for (int i = 0; i < n; i++)
    if (i < 5)
      a[i * (9 - i) + 90] = 0.5 * i;
    else
      a[i * (9 - i) + 90] += 1;
}
void risingHalf(double *a, long k) {
  // loomp: parallel
  for (int i = 5; i < 100; i++)
    a[i * (9 - i) + k] = 0.5 * i;
}
void anyVertex(double *a, long n, long c) {
  // loomp: parallel assuming(no-dependence) -- c=9: i=4 and i=5; it falls for a c that is not above 0
  for (long i = 0; i < n; i++)
    a[i * (c - i) + 900] = 0.5 * i;
}
