// RUN: %differential %s
// An anonymous union has no name that a check could say.
#include <cstdio>
static union {
  int cells[10];
  int all[20];
};
static int b[40], x[40];
static void copies(const int *from, int n) {
  for (int i = 0; i < n; ++i)
    cells[i] = from[i];
}
static void gathers(const int *from, int n) {
  for (int i = 0; i < n; ++i)
    cells[i] = from[x[i]];
}
int main() {
  for (int i = 0; i < 40; ++i)
    b[i] = i * 7 % 11, x[i] = i * 3 % 10;
  copies(b, 10);
  for (int i = 0; i < 10; ++i)
    std::printf("%d ", cells[i]);
  gathers(b, 10);
  for (int i = 0; i < 10; ++i)
    std::printf("%d ", cells[i]);
  gathers(all + 3, 7);
  for (int i = 0; i < 10; ++i)
    std::printf("%d ", cells[i]);
  std::printf("\n");
}
