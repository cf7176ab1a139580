// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
//
// Recursive functions that only compute a result are told by a summary; those that write are not.

#include <algorithm>

long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

void fibonacci(long *out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    out[i] = fib(i % 25);
}

bool isOdd(unsigned n);
bool isEven(unsigned n) { return n == 0 || isOdd(n - 1); }
bool isOdd(unsigned n) { return n != 0 && isEven(n - 1); }

void parity(bool *out, int n) {
  // loomp: parallel -- each calls the other
  for (int i = 0; i < n; i++)
    out[i] = isEven(i);
}

static long calls;
long counted(int n) {
  calls++;
  return n < 2 ? n : counted(n - 1) + counted(n - 2);
}

void fibonacciCounted(long *out, int n) {
  // loomp: not-parallel -- two iterations add to 'calls'
  for (int i = 0; i < n; i++)
    out[i] = counted(i % 25);
}

long memoized(int n) {
  static long known[100];
  if (n < 2)
    return n;
  if (known[n] == 0)
    known[n] = memoized(n - 1) + memoized(n - 2);
  return known[n];
}

void fibonacciMemoized(long *out, int n) {
  // loomp: not-parallel -- two iterations write and read 'known[5]'
  for (int i = 0; i < n; i++)
    out[i] = memoized(i % 90);
}

struct Node {
  long value;
  Node *left, *right;
};
long sum(const Node *t) { return t ? t->value + sum(t->left) + sum(t->right) : 0; }
long deepest(const Node *t) { return t ? 1 + std::max(deepest(t->left), deepest(t->right)) : 0; }

void sums(double *out, Node **roots, int n) {
  // loomp: parallel -- it reads long and Node *, and writes double
  for (int i = 0; i < n; i++)
    out[i] = sum(roots[i]);
}

void depths(double *out, Node **roots, int n) {
  // loomp: unknown unknown-call -- FIXME: a temporary is bound to the parameter of std::max
  for (int i = 0; i < n; i++)
    out[i] = deepest(roots[i]);
}

void grow(Node *nodes, Node **roots, int n) {
  // loomp: not-parallel -- the tree of iteration 2 may hold the node that iteration 1 wrote
  for (int i = 0; i < n; i++)
    nodes[i].value = sum(roots[i]);
}

double tail(const double *a, int i, int n) { return i < n ? a[i] + 0.5 * tail(a, i + 1, n) : 0; }

void tails(const double *__restrict a, double *__restrict out, int n) {
  // loomp: parallel -- its pointers come from the argument
  for (int i = 0; i < n; i++)
    out[i] = tail(a, i, n);
}

void tailsInPlace(double *a, int n) {
  // loomp: not-parallel -- i reads what i+1 writes
  for (int i = 0; i < n; i++)
    a[i] = tail(a, i, n);
}

void sort(int *a, int n) {
  if (n < 2)
    return;
  if (a[0] > a[n - 1])
    std::swap(a[0], a[n - 1]);
  sort(a + 1, n - 1);
}

void sortRows(int *a, int rows, int n) {
  // loomp: unknown unknown-call -- FIXME: its range is a row
  for (int i = 0; i < rows; i++)
    sort(a + i * n, n);
}

int limit;
int walk(int n) { return n > limit ? n : walk(n * 2 + 1); }

void walks(int *out, int n) {
  // loomp: parallel assuming(no-alias) -- reads 'limit', which is not out[i]
  for (int i = 0; i < n; i++)
    out[i] = walk(i);
}

void walksWithLimit(int n) {
  // loomp: not-parallel -- i+1 reads the 'limit' that i wrote
  for (int i = 0; i < n; i++)
    limit = walk(i);
}
