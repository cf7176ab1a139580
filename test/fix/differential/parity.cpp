// RUN: %differential %s --args "0|1|-3"
// Red and black, by a remainder that truncates.
#include <cstdio>
#include <cstdlib>
constexpr int Side = 120;
static double field[Side][Side];
static void relax(int color) {
  for (int i = 1; i < Side - 1; ++i)
    for (int j = 2 + (i + color) % 2; j < Side - 1; j += 2)
      field[i][j] = 0.25 * (field[i - 1][j] + field[i + 1][j] + field[i][j - 1] + field[i][j + 1]);
}
int main(int argc, char **argv) {
  int first = argc > 1 ? std::atoi(argv[1]) : 0;
  for (int i = 0; i < Side; ++i)
    for (int j = 0; j < Side; ++j)
      field[i][j] = (i * 37 + j * 11) % 101;
  for (int sweep = 0; sweep < 6; ++sweep)
    relax(first + sweep);
  double sum = 0;
  for (int i = 0; i < Side; ++i)
    for (int j = 0; j < Side; ++j)
      sum += field[i][j] * ((i + 2 * j) % 13);
  std::printf("%.12g\n", sum);
}
