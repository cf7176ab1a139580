// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A check may name a variable whose value is none that the program reads anywhere.
#include <vector>
void converted(const float *keys, float *out, const std::vector<double> &v) {
  const int blocks = static_cast<int>(v.size());
  // loomp: parallel assuming(no-alias) -- keys[0 .. 512 * blocks - 511)
  for (int b = 0; b < blocks; b++)
    out[b] = keys[b * 512];
}
void tails(const long *a, int m, const long *b, int n, long *out, int i, int j, int k) {
  // loomp: parallel induction(k) assuming(no-alias)
  while (i < m)
    out[k++] = a[i++];
  // loomp: parallel induction(k) assuming(no-alias) -- k is what the first loop made of it
  while (j < n)
    out[k++] = b[j++];
}
