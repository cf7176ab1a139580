// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The loop of a callee starts anew in each call: the second call does not go on where the index of
// the first one ended. What differs between the functions is how many variables are in front.
int u0[4];
static void fill(int *p, int v) {
  // loomp: parallel
  for (int k = 0; k < 4; k++)
    p[k] = v;
}
static int sum(const int *p) {
  int s = 0;
  // loomp: parallel reduction(+:s)
  for (int k = 0; k < 4; k++)
    s += p[k];
  return s;
}
static void filln(int *p, int v, int n) {
  // loomp: parallel
  for (int k = 0; k < n; k++)
    p[k] = v;
}
void none(int n) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    fill(w, i);
    fill(u0, i);
  }
}
void one(int n, int) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    fill(w, i);
    fill(u0, i);
  }
}
void two(int n, int, int) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    fill(w, i);
    fill(u0, i);
  }
}
void three(int n, int, int, int) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    fill(w, i);
    fill(u0, i);
  }
}
void four(int n, int, int, int, int) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    fill(w, i);
    fill(u0, i);
  }
}
void given(int n, int, int) {
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    filln(w, i, 4);
    filln(u0, i, 3);
  }
}
void recurrence(int n, int (*w)[4], int, int) {
  // loomp: not-parallel carried-flow-dependence -- i=3 reads the row that i=2 fills
  for (int i = 2; i < n; i++)
    fill(w[i], sum(w[i - 1]) % 100 + sum(w[i - 2]) % 77);
}
void lambda(int n, int, int) {
  auto store = [](int *p, int v) {
    // loomp: parallel
    for (int k = 0; k < 4; k++)
      p[k] = v;
  };
  // loomp: not-parallel carried-output-dependence -- i=0 and i=1 write u0[0]
  for (int i = 0; i < n; i++) {
    int w[4];
    store(w, i);
    store(u0, i);
  }
}
void rows(int n, int (*__restrict w)[4], int (*__restrict h)[4], int, int) {
  // loomp: parallel -- each iteration has rows of its own
  for (int i = 0; i < n; i++) {
    fill(w[i], i);
    fill(h[i], sum(w[i]));
  }
}
