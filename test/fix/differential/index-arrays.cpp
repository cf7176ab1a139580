// RUN: %differential %s
// Scatters and rows through index arrays that are filled in the same function, and near twins that
// are not what they seem.
#include <cstdio>
#include <vector>
static void print(const std::vector<long> &a) {
  long s = 0;
  for (long each : a)
    s = (s * 31 + each) % 1000003;
  std::printf("%ld\n", s);
}
static void mixed(int n, std::vector<long> &a) {
  int mix[64] = {}, twice[64] = {};
  for (int e = 0; e < 64; ++e)
    mix[e] = (e * 21 + 5) % 64;
  for (int e = 0; e < 64; ++e)
    twice[e] = (e * 6) % 64;
  for (int i = 1; i < n; i += 3)
    a[mix[i]] = a[mix[i]] * 3 % 1009 + i;
  print(a);
  for (int i = 0; i < n; i++)
    a[twice[i]] = a[twice[i]] * 3 % 1009 + i;
  print(a);
}
// A row at a time, as far as a search gets, or up to an end in front of the last one.
static void searched(int n, std::vector<long> &a) {
  for (int i = 0; i < n; i++) {
    int k = 0;
    for (; k < 3; ++k)
      if (a[4 * i + k] > 500)
        break;
    a[4 * i + k] += k + 3 * i;
    for (int j = 0; j < 8; ++j) {
      if (j == 4)
        break;
      a[4 * i + j] = a[4 * i + j] * 5 % 1013 + j;
    }
  }
  print(a);
}
int main() {
  const int n = 5000;
  std::vector<long> a(2 * n + 2);
  std::vector<int> same(n), odd(n), half(n), back(n), over(n);
  static unsigned char narrow[n];
  for (int i = 0; i < n; i++)
    same[i] = i;
  for (int i = 0; i < n; i++)
    odd[i] = 2 * i + 1;
  for (int i = 0; i < n; i++)
    half[i] = i / 2;
  for (int i = 0; i < n; i++)
    back[n - 1 - i] = i;
  for (int i = 0; i < n; i++)
    over[i] = i;
  for (int i = 0; i < n; i++)
    narrow[i] = i;
  over[n - 1] = 0;
  for (int i = 0; i < n; i++)
    a[same[i]] = i;
  print(a);
  for (int i = 0; i < n; i++)
    a[odd[i]] += i * 7;
  print(a);
  for (int i = 0; i < n; i++)
    a[half[i]] = a[half[i]] * 3 % 1009 + i;
  print(a);
  for (int i = 0; i < n; i++)
    a[back[i]] = a[back[i]] * 3 % 1009 + i;
  print(a);
  for (int i = 0; i < n; i++)
    a[over[i]] = a[over[i]] * 3 % 1009 + i;
  print(a);
  for (int i = 0; i < n; i++)
    a[narrow[i]] = a[narrow[i]] * 3 % 1009 + i;
  print(a);
  for (int i = 0; i + 1 < n; i++)
    a[same[i]] = a[same[i + 1]] * 3 % 1009 + i;
  print(a);
  std::vector<int> start(n + 1), first(n + 1);
  start[0] = 0;
  for (int i = 0; i < n; i++)
    start[i + 1] = start[i] + i % 3;
  for (int i = 0; i < n; i++)
    for (int k = start[i]; k < start[i + 1]; k++)
      a[k] = a[k] * 5 % 1013 + i;
  print(a);
  for (int i = 0; i < n; i++)
    a[start[i]] = a[start[i]] * 5 % 1013 + i;
  print(a);
  int found = 0;
  for (int i = 0; i < n; i++) {
    first[i] = found;
    for (int j = 0; j < 3; j++)
      if (a[i + j] % 2)
        found++;
  }
  first[n] = found;
  for (int i = 0; i < n; i++)
    for (int k = first[i]; k < first[i + 1] && k < 2 * n; k++)
      a[k] = a[k] * 5 % 1013 + i;
  for (int i = 0; i < n; i++)
    for (int k = first[i]; k < first[i + 1]; k++)
      a[k % (2 * n)] = a[k % (2 * n)] * 5 % 1013 + i;
  print(a);
  mixed(64, a);
  searched(n / 2, a);
}
