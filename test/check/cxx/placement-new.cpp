// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A placement `new` initializes what stands at the place; a destructor called by name ends it.
#include <new>

struct Point {
  double x, y;
  Point(double x, double y) : x(x), y(y) {}
};
struct Counted {
  static int alive;
  int id;
  Counted(int id) : id(id) { alive++; }
  ~Counted() { alive--; }
};

template <class T> struct Buffer {
  T *data;
  int count;
  void copy(const T *from) {
    // loomp: parallel
    for (int i = 0; i < count; i++)
      new (&data[i]) T(from[i]);
  }
  void end() {
    // loomp: parallel
    for (int i = 0; i < count; i++)
      data[i].~T();
  }
};
template struct Buffer<double>;

void points(Point *p, int n) {
  for (int i = 0; i < n; i++) // loomp: parallel
    new (&p[i]) Point(i, 2 * i);
  for (int i = 1; i < n; i++) // loomp: not-parallel -- i=1 writes p[1], i=2 reads it
    new (&p[i]) Point(p[i - 1].x, i);
  for (int i = 0; i < n; i++) // loomp: not-parallel -- all write p[0]
    new (&p[0]) Point(i, i);
}

void counted(Counted *c, int n) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- the constructor counts
    new (&c[i]) Counted(i);
  for (int i = 0; i < n; i++) // loomp: not-parallel -- so does the destructor
    c[i].~Counted();
}

void raw(char *bytes, int n) {
  for (int i = 0; i < n; i++) // loomp: not-parallel -- sixteen bytes from i on overlap those from i+1
    new (bytes + i) Point(i, i);
}
