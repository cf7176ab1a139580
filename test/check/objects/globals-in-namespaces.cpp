// A check needs a name for what it compares: in a namespace, a method or a class, or behind a call.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | FileCheck %s
namespace space {
static long table[400];
static long total;
static long next() { return total; }
long later();
struct Table {
  static inline long cells[128] = {};
};

struct Class {
  static long own;
  void members(long n, long *b) {
    // CHECK: #pragma omp parallel for if({{.*}}(&own)
    // loomp: parallel assuming(no-alias)
    for (long i = 0; i < n; i++)
      b[i] = own;
  }
  void method(long n, const long *b) {
    // CHECK: #pragma omp parallel for if({{.*}}(table)
    // loomp: parallel assuming(no-alias)
    for (long i = 0; i < n; i++)
      table[i] += b[i];
  }
  // A member could have the name; the function does not use it.
  void hidden(long n, long *b) {
    // loomp: not-parallel needs-assumption -- total has no certain name here
    for (long i = 0; i < n; i++)
      b[i] = next();
  }
};

void inNamespace(long n, const long *b) {
  // CHECK: #pragma omp parallel for if({{.*}}(table)
  // loomp: parallel assuming(no-alias)
  for (long i = 0; i < n; i++)
    table[i] = i + b[i];
}

void behindCall(long n, long *b) {
  // CHECK: #pragma omp parallel for if({{.*}}(&total)
  // loomp: parallel assuming(no-alias)
  for (long i = 0; i < n; i++)
    b[i] = next();
}

void qualified(long n, long *b) {
  // CHECK: #pragma omp parallel for if({{.*}}(Table::cells)
  // loomp: parallel assuming(no-alias)
  for (long i = 0; i < n; i++)
    b[i] += Table::cells[i];
}

void alias(long n, long *b) {
  using Short = Table;
  // loomp: not-parallel needs-assumption -- the alias may be hidden elsewhere
  for (long i = 0; i < n; i++)
    b[i] += Short::cells[i];
}

void declaredLater(long n, long *b) {
  // loomp: not-parallel needs-assumption -- 'after' is not declared yet
  for (long i = 0; i < n; i++)
    b[i] = later();
}
static long after;
long later() { return after; }

namespace inner {
static double total;
void shadowed(long n, long *b) {
  total = 1;
  // loomp: not-parallel needs-assumption -- here 'total' is another variable
  for (long i = 0; i < n; i++)
    b[i] = next();
}
void spelled(long n, long *b) {
  // CHECK: #pragma omp parallel for if({{.*}}(&space::total)
  // loomp: parallel assuming(no-alias)
  for (long i = 0; i < n; i++)
    b[i] = space::total;
}
void local(long n, long *b) {
  long total = n;
  // CHECK: #pragma omp parallel for if({{.*}}(&::space::total)
  // loomp: parallel assuming(no-alias)
  for (long i = 0; i < n; i++)
    b[i] = ::space::total + total;
}
void hiddenByLocal(long n, long *b) {
  b[0] = inner::total;
  double next = 2, total = next;
  // loomp: not-parallel needs-assumption -- 'total' is the local one
  for (long i = 0; i < n; i++)
    b[i] = space::next() + long(total);
}
} // namespace inner

namespace directive {
using namespace inner;
void ambiguous(long n, long *b) {
  // loomp: not-parallel needs-assumption -- 'total' may mean two variables
  for (long i = 0; i < n; i++)
    b[i] = next();
}
} // namespace directive

template <int total> void parameter(long n, long *b) {
  // loomp: not-parallel needs-assumption -- 'total' is the parameter
  for (long i = 0; i < n; i++)
    b[i] = next() + total;
}
template void parameter<3>(long, long *);
} // namespace space
