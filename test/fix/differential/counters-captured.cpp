// RUN: %differential %s
// Closures capture the copy of this iteration, by name or implicitly.
#include <cstdio>
static int a[30000], b[10000];
int main() {
  int k = 0, n = 10000;
  for (int i = 0; i < n; i++) {
    auto all = [&] { return k; };
    a[k] = i;
    k++;
    b[i] = all();
    k += 2;
  }
  for (int i = 0; i < n; i++) {
    auto one = [k] { return k; };
    k--;
    b[i] += one();
    k -= 2;
  }
  long s = k;
  for (int i = 0; i < 10000; i++)
    s += (long)a[3 * i] * (i % 13) + (long)b[i] * (i % 7);
  std::printf("%ld\n", s);
}
