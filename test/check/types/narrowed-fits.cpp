// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long h[256];
void f() {
  // loomp: parallel -- i never exceeds 255
  for (int i = 0; i < 256; i++) {
    unsigned char k = i;
    h[k]++;
  }
}
