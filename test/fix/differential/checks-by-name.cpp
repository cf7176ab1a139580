// RUN: %differential %s --args "400|0|1"
// Checks in front of loops: index arrays of the type that is written, names for values, masks.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>
static void invert(const std::vector<int> &perm, std::vector<int> &inverse) {
  for (std::size_t i = 0; i < perm.size(); ++i)
    inverse[perm[i]] = static_cast<int>(i);
}
static void stamp(const std::vector<int> &perm, std::vector<int> &other, std::vector<long> &out) {
  for (std::size_t i = 0; i < perm.size(); ++i) {
    other[i] = static_cast<int>(i / 2);
    out[perm[i]] = 100 + static_cast<long>(i);
  }
}
static void blocksOf(const float *keys, float *out, const std::vector<double> &v) {
  const int blocks = static_cast<int>(v.size());
  for (int b = 0; b < blocks; b++)
    out[b] = keys[b * 4] + 1.0f;
}
static void merge(const long *a, int m, const long *b, int n, long *out) {
  int i = 0, j = 0, k = 0;
  while (i < m && j < n)
    out[k++] = b[j] < a[i] ? b[j++] : a[i++];
  while (i < m)
    out[k++] = a[i++];
  while (j < n)
    out[k++] = b[j++];
}
static void masked(const float *in, float *out, unsigned n, unsigned mask) {
  for (unsigned i = 0; i < n; i++)
    out[i] = in[(i * 7) & mask] * 2.0f;
}
static void format(const std::vector<int> &numbers, std::vector<std::string> &out) {
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out[i] = std::to_string(numbers[i]);
}
static void append(std::vector<std::string> &names, const std::string &name) {
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] += name;
}
int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 100;
  std::vector<int> perm(n), inverse(n), twice(n);
  for (int i = 0; i < n; ++i)
    perm[i] = (i * 7 + 3) % n, twice[i] = i % (n / 2 + 1);
  std::vector<long> out(n);
  invert(perm, inverse);
  invert(twice, inverse);
  stamp(inverse, twice, out);
  stamp(perm, perm, out);
  std::vector<float> keys(8 * n + 64);
  for (int i = 0; i < 8 * n; ++i)
    keys[i] = static_cast<float>(i % 91);
  std::vector<double> v(n);
  blocksOf(keys.data(), keys.data() + 4 * n, v);
  blocksOf(keys.data(), keys.data() + n, v);
  masked(keys.data(), keys.data() + 32, n, 31);
  masked(keys.data(), keys.data() + 3, n, 31);
  std::vector<long> merged(3 * n + 1);
  for (int i = 0; i < n; ++i)
    merged[i] = 2 * i, merged[n + i] = 3 * i;
  std::vector<long> both = merged;
  merge(both.data(), n, both.data() + n, n, merged.data());
  merge(both.data(), n / 4, both.data() + n, n, both.data() + n / 2);
  std::vector<std::string> names(n);
  format(perm, names);
  append(names, "x");
  if (n > 1)
    append(names, names[1]);
  double sum = 0;
  for (int i = 0; i < n; ++i)
    sum += inverse[i] * 3.0 + out[i] * 5.0 + keys[i] + keys[4 * n + i] * 0.5 + merged[i] * (i % 5) +
           both[n / 2 + i] + perm[i] + twice[i] + names[i].size() * 11.0;
  std::printf("%.10g %s\n", sum, n > 0 ? names[n / 2].c_str() : "");
}
