// RUN: %differential %s --device --threads=1,4 --levels=-O1 --fix-options="--form=target --cost-model=off"
// What is on a device may be behind, or ahead of, what the host has: rows that host loops write one
// after the other, streams between two loops, and statements that directives leave in or out.
#include <cstddef>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

static void rows(double *__restrict a, double *__restrict b, int n, int steps) {
  for (int t = 0; t < steps; t++) {
    for (int i = 0; i < n; i++)
      a[t * n + i] = t + i;
    for (int i = 0; i < n; i++)
      b[i] += a[(steps - 1 - t) * n + i]; // at first what the caller left there
  }
}
static double blocks(double *__restrict y, int n) {
  std::vector<double> t(64, 7.0);
  double s = 0;
  for (int c = 0; c < 4; c++) {
    for (int i = 0; i < 16; i++)
      t[c * 16 + i] = c + i + y[i];
    for (int i = 0; i < 64; i++)
      s += t[i] * n;
  }
  return s;
}
static void printed(std::string &s) {
  for (std::size_t i = 0; i < s.size(); i++)
    s[i] = 'b';
  std::cout << s << "\n";
  for (std::size_t i = 0; i < s.size(); i++)
    s[i] = static_cast<char>(s[i] + 1);
}
static void printedByPointer(char *s, int n) {
  for (int i = 0; i < n; i++)
    s[i] = 'd';
  std::cout << s << "\n";
  for (int i = 0; i < n; i++)
    s[i] = static_cast<char>(s[i] + 1);
}
static void show(const std::string &s) { std::cout << s << "\n"; }
static void printedInCall(std::string &s, int steps) {
  for (int t = 0; t < steps; t++) {
    for (std::size_t i = 0; i < s.size(); i++)
      s[i] = static_cast<char>(s[i] + 1);
    show(s);
  }
}
static double read(int n) {
  std::vector<double> a(n, 1.0);
  std::istringstream in("30");
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] += 1;
  in >> a[1];
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] *= 2;
  return a[1];
}
static std::string grown() {
  std::string s = "abc";
  std::istringstream in("abcdefgh");
  for (std::size_t i = 0; i < s.size(); i++)
    s[i] = 'c';
  in >> s;
  for (std::size_t i = 0; i < s.size(); i++)
    s[i] = static_cast<char>(s[i] + 1);
  return s;
}
static void told(std::vector<double> &v, int steps) {
  for (int t = 0; t < steps; t++) {
    for (std::size_t i = 0; i < v.size(); i++)
      v[i] += t;
    std::cout << "step " << t << std::endl; // values only
    for (std::size_t i = 0; i < v.size(); i++)
      v[i] *= 0.5;
  }
}
#define WITH_PRINT
static void left(double *__restrict y, int n) {
  double *t = new double[n];
  for (int i = 0; i < n; i++)
    t[i] = y[i];
#ifdef WITH_PRINT
  std::printf("%f\n", t[1]);
#endif
  for (int i = 0; i < n; i++)
    y[i] = t[i] * 2;
  delete[] t;
}
auto outside = [](double *v, int n) {
  for (int i = 0; i < n; i++)
    v[i] += 1;
};

int main() {
  double a[70], b[10], y[16];
  for (int i = 0; i < 70; i++)
    a[i] = 1000 + i;
  for (int i = 0; i < 10; i++)
    b[i] = i;
  for (int i = 0; i < 16; i++)
    y[i] = i;
  rows(a, b, 10, 7);
  std::printf("%g %g %g\n", a[33], b[3], blocks(y, 3));
  std::string s = "aaaa";
  printed(s);
  char text[] = "ffff";
  printedByPointer(text, 4);
  printedInCall(s, 3);
  std::vector<double> v(100, 3);
  told(v, 3);
  left(y, 16);
  outside(y, 16);
  std::printf("%g %s %s %s %g %g\n", read(20), grown().c_str(), s.c_str(), text, v[7], y[5]);
}
