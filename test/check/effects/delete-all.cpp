// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Node {
  int *count;
  ~Node() { --*count; }
};
void f(Node **p, int n) {
  // loomp: not-parallel -- destructors count in one place, and p[0] == p[1] would be deleted twice
  for (int i = 0; i < n; i++)
    delete p[i];
}
