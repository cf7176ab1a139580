// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Containers copy the numbers that they are made with; classes of the program may keep references.
#include <functional>
#include <string>
#include <vector>

struct Keeper {
  int *place;
  Keeper(int &x) : place(&x) {}
};

void copies(int *__restrict a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i) {
    std::vector<int> w(4, i);
    a[i] = w[2];
  }
}

void copiesIndex(int *__restrict a, int n) {
  std::vector<int> w;
  // loomp: parallel private(w)
  for (int i = 0; i < n; ++i) {
    w = std::vector<int>(4, i);
    a[i] = w[2];
  }
}

void keeps(int *__restrict a, int n) {
  // loomp: unknown index-modified -- the keeper moves the index
  for (int i = 0; i < n; ++i) {
    Keeper keeper(i);
    a[i] = 1;
    *keeper.place += 1;
  }
}

void keepsInContainer(int *__restrict a, int n) {
  // loomp: not-parallel -- an element moves the index
  for (int i = 0; i < n; ++i) {
    std::vector<Keeper> w(2, Keeper(i));
    a[i] = 1;
    *w[0].place += 1;
  }
}

void keepsReference(int *__restrict a, int n) {
  // loomp: not-parallel -- the reference moves the index
  for (int i = 0; i < n; ++i) {
    std::vector<std::reference_wrapper<int>> w(2, i);
    a[i] = 1;
    w[0].get() += 1;
  }
}
