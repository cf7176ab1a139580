// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Accesses whose order counts outside of the loop.
#include <atomic>

void device(int n, volatile int *port) {
  // loomp: not-parallel volatile-or-atomic -- the device sees 0, 1, 2, ...
  for (int i = 0; i < n; i++)
    *port = i;
}

void poll(int n, const volatile int *port, int *a) {
  // loomp: not-parallel volatile-or-atomic -- every read of the port may have an effect
  for (int i = 0; i < n; i++)
    a[i] = *port;
}

int bump(int n, std::atomic<int> &counter, const int *a) {
  // loomp: not-parallel -- who else reads the counter, and when, cannot be seen here
  for (int i = 0; i < n; i++)
    counter += a[i];
  return counter;
}

void plain(int n, int *a) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = i;
}
