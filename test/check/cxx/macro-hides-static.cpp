// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#define NEXT (*[] { static int n; return &++n; }())
int a[1000];
void f() {
  // loomp: not-parallel -- NEXT counts in a static: i=1 gets the number after that of i=0
  for (int i = 0; i < 1000; i++)
    a[i] = NEXT;
}
