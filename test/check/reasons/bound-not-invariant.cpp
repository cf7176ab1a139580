// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// The body may move the end of the loop.
#include <vector>

void aliased(int *a, const int &n) {
  // loomp: parallel assuming(no-alias) -- aliased(a, a[1]) ends after two iterations: it is checked
  for (int i = 0; i < n; i++)
    a[i] = 1;
}

void element(int *a) {
  // loomp: not-parallel bound-not-invariant -- the bound is an element itself
  for (int i = 0; i < a[0]; i++)
    a[i] = 1;
}

struct Bytes {
  int size;
  char *data;
};

void ownBytes(Bytes *bytes) {
  // loomp: parallel assuming(no-alias) -- where the bytes lie elsewhere
  for (int i = 0; i < bytes->size; i++)
    bytes->data[i] = 0;
}

void shrinkBytes(Bytes *bytes) {
  // loomp: not-parallel bound-not-invariant -- each zero lowers the bound
  for (int i = 0; i < bytes->size; i++)
    if (bytes->data[i] == 0)
      bytes->data[i] = bytes->data[--bytes->size];
}

void anyBytes(Bytes *bytes, char **rows) {
  // loomp: not-parallel -- no check can tell where all the rows lie
  for (int i = 0; i < bytes->size; i++)
    rows[i][0] = 0;
}

int usedBehind(int *a, const int &n, int *b) {
  int k = 0;
  // loomp: parallel assuming(no-alias) reduction(+:k)
  for (int i = 0; i < n; i++) {
    a[i] = 3;
    ++k;
  }
  // loomp: parallel assuming(no-dependence, no-alias, no-alias) -- with n = a[1], k is not n
  for (int i = 0; i < 8; i++)
    b[(k - n) * i] = i;
  return k;
}

struct Queue {
  int size;
  int items[100];
};

void drop(Queue &queue) {
  // loomp: not-parallel bound-not-invariant -- a negative item shortens the queue
  for (int i = 0; i < queue.size; i++)
    if (queue.items[i] < 0)
      queue.size--;
}

void grow(std::vector<int> &v) {
  // loomp: not-parallel -- every zero makes the vector longer
  for (std::size_t i = 0; i < v.size(); i++)
    if (v[i] == 0)
      v.push_back(1);
}

void fixed(Queue &queue) {
  // loomp: parallel -- the items are not the size
  for (int i = 0; i < queue.size; i++)
    queue.items[i] = 0;
}
