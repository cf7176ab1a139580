// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[16], b[16];
void f() {
  // loomp: parallel -- i % 16 is i here
  for (int i = 0; i < 16; i++)
    a[i % 16] = b[i];
}
