// Objects that own, or refer to, others of their class: called with such as are apart, and with
// such as are not, where a parallel run gives something else.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra"
#include <cstddef>
#include <cstdio>
#include <memory>
#include <utility>
#include <vector>

struct Node {
  std::vector<Node> kids;
  std::vector<int> v;
  std::vector<int> x;
  std::unique_ptr<Node> next;

  void fromKids(const Node &o) {
    for (int i = 0; i < 3000; ++i)
      v[i] = o.kids[i].v[0] + i;
  }
  void fromNext(const Node &o) {
    for (int i = 0; i < 3000; ++i)
      x[i] = o.next->x[0] + i + 1;
  }
};

static void trees(std::vector<Node> &a, const std::vector<Node> &b) {
  for (int i = 0; i < 3000; ++i)
    a[i].v[0] = b[i].kids[0].v[0] + i;
}

template <class Left, class Right> struct Sum {
  const Left &left;
  const Right &right;
  double operator[](std::size_t i) const { return left[i] + right[i]; }
};

class Vector {
public:
  explicit Vector(std::vector<double> data) : data_(std::move(data)) {}
  double operator[](std::size_t i) const { return data_[i]; }
  template <class Expression> void assign(const Expression &expression) {
    for (std::size_t i = 0; i < data_.size(); i++)
      data_[i] = expression[i];
  }
  template <class Expression> void shifted(const Expression &expression) {
    for (std::size_t i = 1; i < data_.size(); i++)
      data_[i] = expression[i - 1];
  }
  void print() const {
    double sum = 0;
    for (std::size_t i = 0; i < data_.size(); ++i)
      sum = 0.5 * sum + data_[i];
    std::printf("%.12g\n", sum);
  }

private:
  std::vector<double> data_;
};

static Node make(int seed) {
  Node node;
  node.v.assign(3000, seed);
  node.x.assign(3000, seed + 1);
  return node;
}

static void print(const std::vector<int> &v) {
  unsigned long hash = 0;
  for (int value : v)
    hash = hash * 31 + static_cast<unsigned>(value);
  std::printf("%lu\n", hash);
}

int main() {
  Node parent = make(1), other = make(2);
  for (int i = 0; i < 3000; ++i) {
    parent.kids.emplace_back();
    parent.kids.back().v.assign(i == 7 ? 3000 : 1, 3 * i);
  }
  other.fromKids(parent);
  print(other.v);
  parent.kids[7].fromKids(parent);
  print(parent.kids[7].v);
  parent.next = std::make_unique<Node>(make(5));
  other.fromNext(parent);
  print(other.x);
  parent.next->fromNext(parent);
  print(parent.next->x);

  std::vector<Node> a(3000), b(3000);
  for (int i = 0; i < 3000; ++i) {
    a[i].v.assign(1, i);
    b[i].kids.resize(1);
    b[i].kids[0].v.assign(1, 2 * i);
  }
  b[0].kids.resize(3000);
  for (int i = 1; i < 3000; ++i)
    b[0].kids[i].v.assign(1, i);
  trees(a, b);
  trees(b[0].kids, b);
  int sum = 0;
  for (int i = 0; i < 3000; ++i)
    sum = (sum * 3 + a[i].v[0] + b[0].kids[i].v[0]) % 65521;
  std::printf("%d\n", sum);

  std::vector<double> data(3000);
  for (int i = 0; i < 3000; ++i)
    data[i] = 0.001 * i;
  Vector x(data), y(data), z(data);
  x.assign(Sum<Vector, Vector>{x, y});
  x.print();
  x.shifted(Sum<Vector, Vector>{z, y});
  x.print();
  x.shifted(Sum<Vector, Vector>{z, x});
  x.print();
}
