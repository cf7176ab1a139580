// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int n = 0, a[1000];
struct Temporary {
  int v;
  ~Temporary() { n += v; }
};
void f() {
  // loomp: not-parallel -- the temporary of i=0 dies before i=1 reads n
  for (int i = 0; i < 1000; i++)
    a[i] = n + Temporary{i}.v;
}
