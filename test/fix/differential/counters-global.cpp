// RUN: %differential %s --args "500|1|0"
// Counters that are no local variables; steps that are counters themselves.
#include <cstdio>
#include <cstdlib>
#include <vector>
struct Trade {
  long id;
  int quantity;
};
static long nextId = 1000;
int visible = 7;
static void number(std::vector<Trade> &trades) {
  for (Trade &t : trades) {
    t.id = nextId++;
    t.quantity += static_cast<int>(nextId % 3);
  }
}
static void fill(std::vector<int> &a) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    visible += 3;
    a[i] = visible;
  }
}
static void scale(float *a, int n) {
  static int calls = 5;
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<float>(calls--);
  std::printf("%d\n", calls);
}
static int thrown(std::vector<int> &height, int frames, int velocity) {
  int position = 0;
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    position += velocity;
    velocity -= 2;
  }
  return position + 1000 * velocity;
}
static int fallen(std::vector<int> &height, int frames, int velocity) {
  int position = 3;
  for (int f = 0; f < frames; ++f) {
    velocity += 5;
    height[f] += position;
    position += velocity;
  }
  return position - velocity;
}
int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 100;
  std::vector<Trade> trades(n);
  std::vector<int> a(n), b(n);
  std::vector<float> c(n + 1);
  for (int round = 0; round < 2; ++round) {
    number(trades);
    fill(a);
    scale(c.data(), n);
  }
  int thrownTo = thrown(b, n, 40), fallenTo = fallen(b, n, -60);
  long sum = 0;
  for (int i = 0; i < n; ++i)
    sum += trades[i].id * 3 + trades[i].quantity + a[i] * 5 + static_cast<long>(c[i]) + b[i] * (i % 7);
  std::printf("%ld %ld %d %d %d\n", sum, nextId, visible, thrownTo, fallenTo);
}
