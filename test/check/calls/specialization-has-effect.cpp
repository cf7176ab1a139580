// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int calls;
template <class T> struct Convert {
  static T apply(T x) { return x; }
};
template <> struct Convert<int> {
  static int apply(int x) { return x + calls++; }
};
int a[1000];
void f(int n) {
  // loomp: not-parallel -- the specialization for int counts
  for (int i = 0; i < n; i++)
    a[i] = Convert<int>::apply(i);
}
