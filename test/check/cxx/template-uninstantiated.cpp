// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
template <class T> void scale(T *a, int n, T s) {
  // loomp: unknown uninstantiated-template -- T's operator*= may do anything
  for (int i = 0; i < n; i++)
    a[i] *= s;
}
