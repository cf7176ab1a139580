// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Node {
  double x;
  double *p;
};
Node node[1000];
double other[1000];
void f(int n) {
  // loomp: not-parallel -- node[0].p is replaced in i=0; i=1 stores through the new one
  for (int i = 0; i < n; i++) {
    node[0].p[i] = i;
    node[i].p = other;
  }
}
