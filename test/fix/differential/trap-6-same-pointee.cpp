// RUN: %differential %s
#include <cstdio>
#include <vector>
struct N {
  long x = 0;
};
int main() {
  N one;
  std::vector<N *> v(100000, &one);
  for (std::size_t i = 0; i < v.size(); i++)
    v[i]->x += 1;
  std::vector<int> row(1000);
  std::vector<int *> rows(50, row.data());
  for (int i = 0; i < 50; i++)
    for (int j = 0; j < 1000; j++)
      rows[i][j] = rows[i][j] * 3 % 1009 + i;
  long s = 0;
  for (int j = 0; j < 1000; j++)
    s += row[j] * (j % 7);
  std::printf("%ld %ld\n", one.x, s);
}
