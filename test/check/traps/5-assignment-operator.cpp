// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int writes = 0;
struct Cell {
  int v;
  Cell &operator=(int x) {
    v = x + writes++;
    return *this;
  }
};
Cell a[1000];
void f() {
  // loomp: not-parallel -- the assignment counts
  for (int i = 0; i < 1000; i++)
    a[i] = i;
}
