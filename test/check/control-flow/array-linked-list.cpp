// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int next[1000];
void f(int first) {
  // loomp: not-parallel -- the next index is loaded, and the list may meet an element twice
  for (int i = first; i >= 0; i = next[i])
    a[i] *= 2;
}
