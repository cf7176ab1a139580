#include <vector>

void debug(std::vector<double> &a) {
  for (int i = 0; i < 1000; i++)
    a[i] += 0;
}
