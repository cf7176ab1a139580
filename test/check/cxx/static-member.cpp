// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Counter {
  static int count;
  static int next() { return count++; }
};
int Counter::count = 0;
int a[1000];
void f() {
  // loomp: not-parallel -- i=1 gets the number after that of i=0
  for (int i = 0; i < 1000; i++)
    a[i] = Counter::next();
}
