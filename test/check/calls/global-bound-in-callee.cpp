// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int limit;
static int clamp(int v) { return v > limit ? limit : v; }
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=1 clamps to the limit that i=0 has raised
  for (int i = 0; i < n; i++) {
    a[i] = clamp(a[i]);
    limit += a[i];
  }
}
