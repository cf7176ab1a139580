// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Members of reference type lead to the object that they were bound to.
#include <cstddef>
#include <utility>
#include <vector>

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
    // loomp: parallel
    for (std::size_t i = 0; i < data_.size(); i++)
      data_[i] = expression[i];
  }

  template <class Expression> void shifted(const Expression &expression) {
    // loomp: parallel assuming(no-alias, no-alias) -- an operand may be `this`: i=0 writes
    // data_[0], i=1 reads it
    for (std::size_t i = 1; i < data_.size(); i++)
      data_[i] = expression[i - 1];
  }

private:
  std::vector<double> data_;
};

template void Vector::assign(const Sum<Vector, Vector> &);
template void Vector::shifted(const Sum<Vector, Vector> &);

struct Slot {
  int &place;
  explicit Slot(int &p) : place(p) {}
  ~Slot() { place += 1; }
};

struct Pair {
  int &first;
  const int &second;
};

int counted(std::vector<int> &a) {
  int ended = 0;
  // loomp: not-parallel -- i=0 leaves ended=1, which i=1 reads
  for (std::size_t i = 0; i < a.size(); ++i) {
    Slot slot(ended);
    a[i] = ended;
  }
  return ended;
}

void own(std::vector<int> &a) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); ++i) {
    int mine = 3;
    {
      Slot slot(mine);
    }
    a[i] = mine;
  }
}

void elements(std::vector<int> &a, const std::vector<int> &b) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); ++i) {
    Pair pair{a[i], b[i]};
    pair.first += pair.second;
  }
}

void neighbours(std::vector<int> &a) {
  // loomp: not-parallel -- i=1 writes a[1], i=2 reads it
  for (std::size_t i = 1; i < a.size(); ++i) {
    Pair pair{a[i], a[i - 1]};
    pair.first += pair.second;
  }
}

void bySomebodyElse(Pair pair, int *a, int n) {
  // loomp: parallel assuming(no-alias) -- pair.first may be a[1], which i=1 writes after i=0 has
  // read it
  for (int i = 0; i < n; ++i)
    a[i] = pair.first;
}
