// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What a unique_ptr runs in the end: the library's own deleter frees memory, any other may do
// anything.
#include <memory>

int a[1000];
int g;
void bump(int *z) { g = g * 3 % 1000 + *z; }
struct Bump {
  void operator()(int *z) const { bump(z); }
};
using ByPointer = std::unique_ptr<int, void (*)(int *)>;

void ownMemory(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::unique_ptr<int> q(new int(i));
    a[i] = *q;
  }
}

void pointerToFunction(int n) {
  // loomp: unknown unknown-call -- the order of the calls decides what g is
  for (int i = 0; i < n; i++) {
    ByPointer q(&a[i], bump);
    a[i] = i;
  }
}

void classOfItsOwn(int n) {
  // loomp: unknown unknown-call -- the class has an operator of its own, which calls bump
  for (int i = 0; i < n; i++) {
    std::unique_ptr<int, Bump> q(&a[i]);
    a[i] = i;
  }
}

int zero(int p) {
  int t = p;
  {
    ByPointer q(&t, [](int *z) { *z = 0; });
  }
  return t;
}

void inACallee(int n) {
  // loomp: unknown unknown-call -- all write a[0]
  for (int i = 0; i < n; i++)
    a[zero(i)] = i;
}
