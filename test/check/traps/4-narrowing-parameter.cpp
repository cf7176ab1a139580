// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
static void count(unsigned char k) { h[k]++; }
void f() {
  // loomp: not-parallel -- the conversion happens at the call: i=0 and i=256 both count in h[0]
  for (int i = 0; i < 4000000; i++)
    count(i);
}
