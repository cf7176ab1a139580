// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
char a[4000];
void f() {
  // loomp: parallel -- 4 * 999 does not wrap
  for (unsigned i = 0; i < 1000; i++)
    a[4u * i] = 1;
}
