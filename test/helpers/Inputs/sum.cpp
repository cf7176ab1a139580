#include <cstdio>

int main() {
  double sum = 0.0;
  // DIRECTIVE
  for (int i = 0; i < 1000000; i++)
    sum += 1.0 / (i + 1);
  std::printf("sum %.12f\n", sum);
}
