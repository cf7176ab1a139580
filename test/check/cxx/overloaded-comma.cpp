// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int calls;
struct T {
  int v;
};
static T operator,(T a, T b) { return {a.v + b.v + calls++}; }
int a[1000];
void f() {
  // loomp: not-parallel -- the comma calls a function that counts
  for (int i = 0; i < 1000; i++)
    a[i] = (T{i}, T{1}).v;
}
