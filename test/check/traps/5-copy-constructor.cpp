// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int copies = 0;
struct Cell {
  int v = 0;
  Cell() = default;
  Cell(const Cell &other) : v(other.v) { copies++; }
};
Cell cell[1000];
int a[1000];
static int value(Cell c) { return c.v; }
void f() {
  // loomp: not-parallel -- passing by value copies, and copies are counted
  for (int i = 0; i < 1000; i++)
    a[i] = value(cell[i]) + copies;
}
