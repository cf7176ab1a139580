// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// clang puts the address of a static variable in place of a constant reference or pointer to it: a
// clause that gives each thread a copy does not reach it.
static int B[16], s, t, V[100];
void element(int n) {
  // loomp: parallel atomic(+:B) -- copies of B[0] would not be what l names
  for (int i = 0; i < n; i++) {
    int &l = B[0];
    l += V[i];
  }
}
void scalar(int n) {
  // loomp: not-parallel -- nor copies of s
  for (int i = 0; i < n; i++) {
    int &l = s;
    l += V[i];
  }
}
void last(int n) {
  // loomp: not-parallel -- nor copies of t
  for (int i = 0; i < n; i++) {
    int &l = t;
    l = V[i];
    V[i] = l + 1;
  }
}
void pointer(int n) {
  // loomp: not-parallel -- nor copies of t
  for (int i = 0; i < n; i++) {
    int *const l = &t;
    *l = V[i];
    V[i] = *l + 1;
  }
}
void range(int n) {
  // loomp: not-parallel -- a range is a reference, too
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int &l : B)
      l = i;
    V[i] = B[3];
  }
}
int local(int n) {
  int sum = 0;
  // loomp: parallel reduction(+:sum) -- the address of a local variable is no constant
  for (int i = 0; i < n; i++) {
    int &l = sum;
    l += V[i];
  }
  return sum;
}
void chosen(int n) {
  // loomp: parallel array-reduction(+:B) -- nor is that of an element that varies
  for (int i = 0; i < n; i++) {
    int &l = B[V[i] & 15];
    l += V[i];
  }
}
