// RUN: %differential %s
// Offsets and bounds in memory that the loop may write: the check in front of it must tell.
#include <cstdio>
#include <cstring>
#include <vector>
static int memory[8000];
static long sum() {
  long result = 0;
  for (int i = 0; i < 8000; i++)
    result += static_cast<long>(memory[i]) * (i % 23 + 1);
  return result;
}
static void reset() {
  for (int i = 0; i < 8000; i++)
    memory[i] = i % 7;
}
void offset(int *a, const int *p, int n) {
  for (int i = 0; i < n; i++)
    a[i + *p] = i % 90;
}
void sameIteration(int *a, const int *p, int *b, int n) {
  for (int i = 0; i < n; i++) {
    b[i] = 7;
    int k = *p;
    if (i > 3)
      a[i + k] = i % 90;
  }
}
int bound(int *b, const int *a) {
  int k = 0;
  for (int i = 0; i < a[40]; i++) {
    b[i] = 3;
    k++;
  }
  return k;
}
int boundBehind(int *b, const int *a) {
  int last = *a;
  for (int i = 0; i < *a; i++) {
    b[i] = 3;
    last = *a;
  }
  return last;
}
void rows(const int *row, int *a, int n) {
  for (int i = 0; i < n; i++)
    for (int j = row[i]; j < row[i + 1]; ++j)
      a[j] = i % 90;
}
void counts(const int *row, int *y, int n) {
  for (int i = 0; i < n; i++)
    for (int j = row[i]; j < row[i + 1]; ++j)
      y[i] += j % 3 - 1;
}
void vectors(std::vector<int> &a, const std::vector<int> &x, int k, int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < k; j++)
      a[x[i] + j] = i + j;
}
void inside(int *a, const int &n, int *b, int m) {
  int before = n;
  for (int i = 0; i < n; ++i) {
    a[i] = 500;
    for (int j = 0; j < m; ++j)
      if (i >= before)
        b[0] = j;
      else
        b[j] = j;
  }
}
void pointer(unsigned char **table, int y, int n) {
  for (int i = 0; i < n; i++)
    table[y][i] = static_cast<unsigned char>(i);
}
int main() {
  int apart = 5;
  for (int where : {-1, 0, 4, 5, 6, 2999, 3004, 3005}) {
    reset();
    offset(memory, where < 0 ? &apart : memory + where, 3000);
    std::printf("offset %d %ld\n", where, sum());
    reset();
    sameIteration(memory, where < 0 ? &apart : memory + where, memory + 4000, 3000);
    std::printf("same iteration %d %ld\n", where, sum());
    reset();
    sameIteration(memory + 4000, where < 0 ? &apart : memory + where, memory, 3000);
    std::printf("same iteration, b %d %ld\n", where, sum());
  }
  for (int where : {0, 39, 40, 41, 3000, 5000}) {
    reset();
    memory[where + 40] = 2500;
    int trips = bound(memory, memory + where);
    std::printf("bound %d %d %ld\n", where, trips, sum());
    reset();
    memory[where] = 1; // the last iteration's write may be what the header reads next
    trips = boundBehind(memory + 39, memory + where);
    std::printf("bound behind %d %d %ld\n", where, trips, sum());
  }
  for (int shift : {0, 50, 99, 100, 101, 500}) {
    reset();
    for (int i = 0; i <= 100; i++)
      memory[3000 + i] = 20 * i + 1000;
    rows(memory + 3000, memory + shift, 100);
    std::printf("rows %d %ld\n", shift, sum());
    for (int i = 0; i <= 100; i++)
      memory[3000 + i] = 20 * i;
    counts(memory + 3000, memory + 2900 + shift, 100);
    std::printf("counts %d %ld\n", shift, sum());
  }
  std::vector<int> a(4000, 1), x(100);
  for (int i = 0; i < 100; i++)
    x[i] = i * 30;
  vectors(a, x, 30, 100);
  long total = 0;
  for (int i = 0; i < 4000; i++)
    total += static_cast<long>(a[i]) * (i % 19);
  for (int i = 0; i < 100; i++)
    a[i] = (i * 37) % 100 + 50;
  vectors(a, a, 30, 60);
  for (int i = 0; i < 4000; i++)
    total += static_cast<long>(a[i]) * (i % 19);
  std::printf("vectors %ld\n", total);
  reset();
  memory[2] = 4;
  inside(memory, memory[2], memory + 1000, 3000);
  std::printf("inside %ld\n", sum());
  static unsigned char bytes[4000];
  unsigned char *table[2] = {bytes, bytes + 2000};
  pointer(table, 1, 1500);
  total = 0;
  for (int i = 0; i < 4000; i++)
    total += bytes[i] * (i % 19);
  std::printf("pointer %ld\n", total);
}
