// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// All of a container of numbers is its header, which is nobody else's, and these numbers.
#include <list>
#include <memory_resource>
#include <set>
#include <stack>
#include <string>
#include <vector>

using Rows = std::vector<std::vector<short>>;
using LongRows = std::vector<std::vector<long>>;
static long counts[400];
static short shorts[400];

void copies(Rows &w) {
  // loomp: parallel -- no variable stands in the storage of a vector
  for (long i = 8; i >= 1; --i) {
    std::vector<short> row = w[i];
    row[0] = 1;
    w[i] = row;
    counts[i] = counts[i] * 2 + i;
  }
}
void sameType(Rows &w) {
  // loomp: parallel -- nor does one of the type of its elements
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, short(i));
    shorts[i] = short(i);
  }
}
void assigned(LongRows &w, int *z) {
  // loomp: parallel
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, i);
    z[2 * i] = int(i);
  }
}
void pointerToElements(LongRows &w, long *z) {
  // loomp: not-parallel -- z may be w[8].data(), which i=8 gives other values or other storage
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, i);
    z[2 * i] = i;
  }
}
void unsignedElements(LongRows &w, unsigned long *z) {
  // loomp: not-parallel -- the two types may alias
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, i);
    z[i] = i;
  }
}
void characters(LongRows &w, char *z) {
  // loomp: not-parallel -- z may be the bytes of w[8]
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, i);
    z[i] = 1;
  }
}
void sameRow(LongRows &w, int *z) {
  // loomp: not-parallel carried-output-dependence -- all iterations assign w[0]
  for (long i = 0; i < 9; ++i) {
    w[0].assign(12, i);
    z[i] = 1;
  }
}
void strings(std::vector<std::string> &w, int *z) {
  // loomp: not-parallel -- an int may be made in characters
  for (long i = 0; i < 9; ++i) {
    w[i].assign(12, 'a');
    z[i] = 1;
  }
}
void ordered(std::vector<std::set<long>> &w, int *z) {
  // loomp: parallel
  for (long i = 0; i < 9; ++i) {
    w[i].clear();
    z[i] = 1;
  }
}
struct Near {
  int distance = 0;
  bool operator()(long a, long b) const { return a + distance < b; }
};
void comparator(std::vector<std::set<long, Near>> &w, int *z) {
  // loomp: not-parallel -- the comparators of the sets have integers of their own
  for (long i = 0; i < 9; ++i) {
    std::set<long, Near> copy = w[i];
    z[i] = int(copy.size());
    w[i] = copy;
  }
}
void deeper(std::vector<LongRows> &w, long *z) {
  // loomp: not-parallel -- z may be w[8][0].data()
  for (long i = 0; i < 9; ++i) {
    w[i].clear();
    z[i] = 1;
  }
}
struct Point {
  int x, y;
};
void points(std::vector<std::vector<Point>> &w, int *z) {
  // loomp: not-parallel -- z may be &w[8][0].x
  for (long i = 0; i < 9; ++i) {
    w[i].clear();
    z[i] = 1;
  }
}
void byPointer(std::vector<std::vector<int *>> &w, int **z, int *y) {
  // loomp: not-parallel -- z may be w[8].data()
  for (long i = 0; i < 9; ++i) {
    w[i].clear();
    z[i] = y;
  }
}
