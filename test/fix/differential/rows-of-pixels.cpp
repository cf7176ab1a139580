// RUN: %differential %s
// Rows of 3 * w bytes, which the loop fills, or more than that.
#include <cstdio>
#include <initializer_list>
static unsigned char p[40000];
static void fill(int w, int n, int h) {
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < n; ++x)
      for (int c = 0; c < 3; ++c)
        p[(y * w + x) * 3 + c] = static_cast<unsigned char>(p[(y * w + x) * 3 + c] + x * 7 + y + c);
}
static void strided(int w, int n, int h) {
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < n; ++x)
      p[2 * y * w + x] = static_cast<unsigned char>(p[2 * y * w + x] * 3 + y);
}
int main() {
  for (int w : {100, 99, 101, 50, 200}) {
    fill(w, 100, 60);
    strided(w, 100, 60);
  }
  unsigned long s = 0;
  for (int i = 0; i < 40000; i++)
    s = s * 31 + p[i];
  std::printf("%lu\n", s);
}
