// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// The body may move the end of the loop.
#include <vector>

void aliased(int *a, const int &n) {
  // loomp: not-parallel bound-not-invariant -- aliased(a, a[1]) ends after two iterations
  for (int i = 0; i < n; i++)
    a[i] = 1;
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
