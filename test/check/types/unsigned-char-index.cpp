// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[200], b[200];
void f() {
  // loomp: parallel -- the bound keeps the index below 256
  for (unsigned char i = 0; i < 200; i++)
    a[i] = b[i];
}
