// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
struct Next {
  operator int() const { return n++; }
} next;
void f() {
  // loomp: not-parallel -- reading `next` as an int counts
  for (int i = 0; i < 1000; i++)
    a[i] = next;
}
