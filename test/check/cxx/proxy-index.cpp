// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Index {
  int v;
  operator int() const { return v / 2; }
};
int a[1000];
void f() {
  // loomp: not-parallel -- the conversion halves: i=0 and i=1 both write a[0]
  for (int i = 0; i < 1000; i++)
    a[Index{i}] = i;
}
