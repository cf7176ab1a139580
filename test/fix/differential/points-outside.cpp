// RUN: %differential %s
// What is read by way of an index array, or up to a bound in memory, is or is not what is written:
// the pointer points into the array, to its begin, its end, or elsewhere.
#include <cstdio>
#include <vector>
static int a[3000];
static int total;
__attribute__((noinline)) static void gather(int n, const int *b, const int *x) {
  for (int i = 0; i < n; ++i)
    a[i] = b[x[i]] % 1000 + i;
}
__attribute__((noinline)) static void upToLoaded(int n, const int *b, const int *row) {
  for (int i = 0; i < n; ++i) {
    int t = 0;
    for (int j = row[i]; j < row[i + 1]; ++j)
      t += b[j] % 1000;
    a[i] = t;
  }
}
__attribute__((noinline)) static void intoVector(std::vector<int> &v, const int *b, const int *x) {
  for (int i = 0; i < (int)v.size(); ++i)
    v[i] = b[x[i]] % 1000 + i;
}
__attribute__((noinline)) static void sum(int n, const int *b, const int *x) {
  for (int i = 0; i < n; ++i)
    total += b[x[i]] % 7;
}
static void print(const char *name, const int *b, int n) {
  unsigned hash = 0;
  for (int i = 0; i < n; ++i)
    hash = hash * 31 + b[i];
  std::printf("%s %u\n", name, hash);
}
int main() {
  std::vector<int> v(3000), w(3000), back(3001), ahead(3001), rows(3001);
  for (int i = 0; i < 3000; ++i) {
    a[i] = v[i] = w[i] = i % 97;
    back[i] = (i * 7 + 2990) % 3000;
    ahead[i] = -1 - i % 1500;
    rows[i] = i < 2 ? 0 : i - 2;
  }
  rows[3000] = 2999;
  gather(3000, v.data(), back.data());
  print("apart", a, 3000);
  gather(3000, a, back.data());
  print("begin", a, 3000);
  gather(1500, a + 3000, ahead.data());
  print("end", a, 3000);
  gather(1500, a + 1500, ahead.data());
  print("middle", a, 3000);
  gather(3000, a, back.data());
  upToLoaded(3000, w.data(), rows.data());
  print("rows apart", a, 3000);
  upToLoaded(3000, a, rows.data());
  print("rows of its own", a, 3000);
  intoVector(v, a, back.data());
  print("vector apart", v.data(), 3000);
  intoVector(v, v.data(), back.data());
  print("vector", v.data(), 3000);
  intoVector(v, v.data() + 3000, std::vector<int>(3000, -3000).data());
  print("vector's end", v.data(), 3000);
  std::vector<int> none;
  intoVector(none, nullptr, back.data());
  sum(3000, v.data(), back.data());
  std::printf("%d\n", total);
  sum(3000, &total, std::vector<int>(3000).data());
  std::printf("%d\n", total);
}
