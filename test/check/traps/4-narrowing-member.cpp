// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Key {
  short k;
};
long h[65536];
void f() {
  // loomp: not-parallel -- the conversion happens in the initializer: i=0 and i=65536 collide
  for (int i = 0; i < 100000; i++) {
    Key key{static_cast<short>(i)};
    h[key.k + 32768] = i;
  }
}
