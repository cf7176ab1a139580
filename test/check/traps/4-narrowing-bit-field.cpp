// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Key {
  unsigned k : 4;
};
long h[16];
void f() {
  // loomp: not-parallel -- four bits: i=0 and i=16 both write h[0]
  for (int i = 0; i < 1000; i++) {
    Key key;
    key.k = i;
    h[key.k] = i;
  }
  // loomp: parallel array-reduction(+:h) -- four bits: i=0 and i=16 both count in h[0]
  for (int i = 0; i < 1000; i++) {
    Key key;
    key.k = i;
    h[key.k]++;
  }
}
