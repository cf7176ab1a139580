// RUN: %differential %s --race
// What library functions read and write, in buffers of each iteration's own and in pieces of shared
// arrays, with twins whose pieces overlap.
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <cstring>

static double table[64][40], copy[64][40];
static char names[200][24];
static int lengths[200], kinds[200];

double buffered(int n) {
  double t[40], sum = 0;
  for (int i = 0; i < n; i++) {
    std::memset(t, 0, sizeof t);
    t[i % 40] = i;
    std::memcpy(copy[i], t, sizeof t);
    sum += t[0] + t[39];
  }
  return sum;
}

double carried(int n) {
  double t[40] = {}, sum = 0;
  for (int i = 0; i < n; i++) {
    std::memset(t, 0, sizeof t - sizeof *t);
    t[i % 40] += i;
    sum += t[0] + t[39];
  }
  return sum;
}

void label(int n) {
  for (int i = 0; i < n; i++) {
    char text[24];
    std::snprintf(text, sizeof text, "item %d", i * 37);
    std::strcpy(names[i], text);
  }
}

void measure(int n) {
  for (int i = 0; i < n; i++)
    lengths[i] = static_cast<int>(std::strlen(names[i]));
  for (int i = 0; i < n; i++)
    kinds[i] = std::isdigit(names[i][6]) != 0;
}

void shift(int n) {
  for (int i = 0; i + 1 < n; i++)
    std::memcpy(names[i + 1], names[i], sizeof names[i]);
}

int same(int n) {
  int count = 0;
  for (int i = 0; i + 1 < n; i++)
    count += std::strcmp(names[i], names[i + 1]) == 0;
  return count;
}

struct Record {
  int id;
  double weight;
};

double records(int n) {
  static Record all[300];
  double sum = 0;
  for (int i = 0; i < n; i++)
    all[i] = {i, i * 0.5};
  for (int i = 0; i < n; i += 3)
    std::memset(&all[i], 0, sizeof all[i]);
  for (int i = 0; i < n; i++)
    sum += all[i].id + all[i].weight;
  return sum;
}

int main() {
  std::printf("%g %g\n", buffered(64), carried(64));
  for (int i = 0; i < 64; i++)
    std::memcpy(table[i], copy[63 - i], sizeof table[i]);
  double sum = 0;
  for (int i = 0; i < 64; i++)
    sum += table[i][i % 40] * i;
  label(200);
  measure(200);
  int total = 0, digits = 0;
  for (int i = 0; i < 200; i++) {
    total += lengths[i];
    digits += kinds[i];
  }
  shift(50);
  std::printf("%g %d %d %d %g\n", sum, total, digits, same(200), records(300));
}
