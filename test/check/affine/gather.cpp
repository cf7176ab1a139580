// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], c[1000];
int idx[1000];
void f(int n) {
  // loomp: parallel -- only reads go through idx
  for (int i = 0; i < n; i++)
    a[i] = c[idx[i]];
}
