// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Cache {
  mutable int last = 0;
  int get(int i) const {
    int r = last;
    last = i;
    return r;
  }
};
int a[1000];
void f(const Cache &c) {
  // loomp: not-parallel -- get() is const, but changes a mutable member: i=1 reads what i=0 left
  for (int i = 0; i < 1000; i++)
    a[i] = c.get(i);
}
