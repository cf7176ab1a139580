// RUN: %differential %s
#include <cstdio>
#include <string>
static int calls, a[20000], b[20000];
static bool good(int v) {
  calls++;
  return v < 5000;
}
int main() {
  for (int i = 0; i < 20000; i++)
    a[i] = i * 7 % 10007;
  int p = -50, m = 1000, s = 0;
  for (int i = 0; i < 10; i++) {
    p += 1.5 * (i % 3);
    if (i < 8)
      m *= 0.9;
  }
  bool ok = true;
  for (int i = 0; i < 20000; i++)
    ok = ok && good(a[i]);
  std::string text;
  for (int i = 0; i < 2000; i++)
    text += static_cast<char>('a' + a[i] % 26);
  for (int i = 0; i < 20000; i++) {
    s += a[i];
    b[i] = s % 1000;
  }
  int saturated = 0;
  for (int i = 0; i < 20000; i++) {
    saturated += a[i] % 100 - 50;
    if (saturated > 255)
      saturated = 255;
  }
  unsigned h = 0;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + b[i];
  std::printf("%d %d %d %d %u %d %s\n", p, m, ok, calls, h, saturated, text.c_str());
}
