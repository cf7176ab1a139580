// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(char *a, int n) {
  // loomp: parallel -- signed overflow would be undefined behaviour in the serial program
  for (int i = 0; i < n; i++)
    a[4 * i] = 1;
}
