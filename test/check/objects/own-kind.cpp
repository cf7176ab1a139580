// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// An object of a class may own others of that class: two objects are different then, and what one
// of them owns may still be the other.
#include <memory>
#include <vector>

struct Node {
  std::vector<Node> kids;
  std::vector<int> v;
  int x[10];
  std::unique_ptr<Node> next;

  void fromKids(const Node &o) {
    // loomp: parallel assuming(no-alias) -- `this` may be o.kids[3], and i=0 writes what i=3 reads
    for (int i = 0; i < 10; ++i)
      v[i] = o.kids[i].v[0];
  }

  void fromNext(const Node &o) {
    // loomp: parallel assuming(no-alias) -- `this` may be *o.next: i=0 writes x[0], i=1 reads it
    for (int i = 0; i < 10; ++i)
      x[i] = o.next->x[0];
  }

  void fromOther(const Node &o) {
    // loomp: parallel
    for (int i = 0; i < 10; ++i)
      x[i] = o.x[i] + o.v[i];
  }
};

void trees(std::vector<Node> &a, const std::vector<Node> &b) {
  // loomp: parallel assuming(no-alias) -- a may be b[3].kids: i=0 writes a[0].x[0], i=3 reads it
  for (int i = 0; i < 10; ++i)
    a[i].x[0] = b[i].kids[0].x[0];
}

void flat(std::vector<std::vector<int>> &a, const std::vector<std::vector<int>> &b) {
  // loomp: parallel
  for (int i = 0; i < 10; ++i)
    a[i][0] = b[i][1];
}
