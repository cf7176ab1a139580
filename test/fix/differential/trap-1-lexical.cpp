// RUN: %differential %s
#include <cstdio>
static int a[20000], b[20000], g, sum;
static int twice() { return 2 * g; }
static void add(int v) { sum += v; }
struct Sum {
  int total = 0;
  void one() { total++; }
  void all(int n) {
    for (int i = 0; i < n; i++) {
      total += 2;
      one();
    }
  }
};
int main() {
  int t = 0, &r = t;
  for (int i = 0; i < 20000; i++) {
    t = i;
    a[i] = r;
  }
  for (int i = 0; i < 20000; i++) {
    g = i;
    b[i] = twice();
  }
  for (int i = 0; i < 20000; i++)
    add(a[i] % 10);
  int captured = 0;
  auto put = [&](int v) { captured += v; };
  for (int i = 0; i < 20000; i++) {
    captured += 1;
    put(b[i] % 7);
  }
  Sum s;
  s.all(20000);
  long check = 0;
  for (int i = 0; i < 20000; i++)
    check += (long)a[i] * (i % 5) + b[i];
  std::printf("%ld %d %d %d %d %d\n", check, sum, captured, s.total, t, g);
}
