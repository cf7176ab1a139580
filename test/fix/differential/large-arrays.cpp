// RUN: %differential %s
// Arrays that each iteration fills anew, and that are too large for the stack of a thread.
#include <array>
#include <cstdio>
#include <vector>
template <typename T> static T smooth(const std::vector<T> &in, int passes) {
  T work[40000];
  T all = 0;
  for (int p = 0; p < passes; p++) {
    for (int k = 0; k < 40000; k++)
      work[k] = in[(k + p) % in.size()] * (p + 1);
    for (int k = 1; k < 40000; k++)
      work[k] += work[k - 1] / 2;
    all += work[39999];
  }
  return all;
}
int main() {
  const int n = 24;
  std::vector<double> in(1000), out(n), kept(n);
  for (int i = 0; i < 1000; i++)
    in[i] = i * 17 % 101;
  static double table[200][200]; // static: no thread may have its own
  double grid[120][120];
  std::array<int, 30000> counts;
  double last[20000];
  for (int i = 0; i < n; i++) {
    for (int r = 0; r < 120; r++)
      for (int c = 0; c < 120; c++)
        grid[r][c] = in[(r * c + i) % 1000];
    double sum = 0;
    for (int r = 1; r < 120; r++)
      for (int c = 1; c < 120; c++)
        sum += grid[r][c] * grid[r - 1][c - 1];
    out[i] = sum + sizeof(grid);
  }
  for (int i = 0; i < n; i++) {
    counts.fill(0);
    for (int k = 0; k < 5000; k++)
      counts[(k * k + i) % 30000]++;
    int most = 0;
    for (int k = 0; k < 30000; k++)
      most = counts[k] > most ? counts[k] : most;
    out[i] += most;
  }
  // What the last iteration leaves is read.
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 20000; k++)
      last[k] = in[k % 1000] + i;
    kept[i] = last[i * 100];
  }
  for (int i = 0; i < n; i++) {
    for (int k = 0; k < 200; k++)
      table[k][k] = in[k] + i;
    kept[i] += table[i][i];
  }
  double all = last[777] + table[5][5] + smooth(in, 12);
  for (int i = 0; i < n; i++)
    all += out[i] + 2 * kept[i];
  std::printf("%.3f\n", all);
}
