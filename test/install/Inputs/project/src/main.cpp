#include "included.cpp"
#include "made.h"
#include <vector>

extern "C" void scale(double *a, int n);
void debug(std::vector<double> &a);
void made(double *a, int n);

int main() {
  std::vector<double> a(1000);
  for (int i = 0; i < 1000; i++)
    a[i] = half(i);
  scale(a.data(), 1000);
  debug(a);
  made(a.data(), 1000);
  return a[7] == 7 ? 0 : 1;
}
