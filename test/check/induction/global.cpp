// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
// Counters that are no local variables.
#include <vector>
struct Trade {
  long id;
  int quantity;
};
static long nextId = 1000;
int visible = 0;
thread_local int own = 0;
int divided = 0;
#pragma omp threadprivate(divided)
void number(std::vector<Trade> &trades) {
  // loomp: parallel induction(nextId) -- a member of a Trade is no variable
  for (Trade &t : trades)
    t.id = nextId++;
}
void numberFilled(std::vector<Trade> &trades) {
  // loomp: unknown carried-flow-dependence -- an id depends on how many were filled before
  for (Trade &t : trades)
    if (t.quantity > 0)
      t.id = nextId++;
}
void owned(std::vector<int> &a) {
  // loomp: parallel induction(visible) -- no element of a vector is a variable
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] = visible++;
}
void pointed(int *a, int n) {
  // loomp: parallel induction(visible) assuming(no-alias) -- a may be &visible
  for (int i = 0; i < n; ++i)
    a[i] = visible++;
}
void otherType(float *a, int n) {
  // loomp: parallel induction(visible) -- a float is no int
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<float>(visible++);
}
void bytes(unsigned char *a, int n) {
  // loomp: parallel induction(visible) assuming(no-alias) -- a may lead to the bytes of visible
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<unsigned char>(visible++);
}
void ofThread(float *a, int n) {
  // loomp: not-parallel -- each thread has its own
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<float>(own++);
}
void ofDirective(float *a, int n) {
  // loomp: not-parallel -- each thread has its own
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<float>(divided++);
}
static void skip() { visible += 2; }
void twice(float *a, int n) {
  // loomp: not-parallel -- FIXME: two updates of a variable that is not local
  for (int i = 0; i < n; ++i) {
    skip();
    a[i] = static_cast<float>(visible++);
  }
}
static int last() { return visible; }
void readByCallee(float *a, int n) {
  // loomp: not-parallel -- last() reads the variable itself
  for (int i = 0; i < n; ++i) {
    visible++;
    a[i] = static_cast<float>(last());
  }
}
void ofFunction(float *a, int n) {
  static int calls = 0;
  // loomp: parallel induction(calls)
  for (int i = 0; i < n; ++i)
    a[i] = static_cast<float>(calls++);
}
struct Shop {
  static inline int open = 0;
  int closed = 0;
  void members(float *a, int n) {
    // loomp: not-parallel -- FIXME: a static member
    for (int i = 0; i < n; ++i)
      a[i] = static_cast<float>(open++);
    // loomp: parallel induction(closed)
    for (int i = 0; i < n; ++i)
      a[i] = static_cast<float>(closed++);
  }
};
void use(Shop &shop, float *a, int n) { shop.members(a, n); }
