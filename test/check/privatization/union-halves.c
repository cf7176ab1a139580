// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
union Word {
  int whole;
  short half[2];
};
int a[1000];
void f(int n) {
  union Word w = {0};
  // loomp: not-parallel -- only half[0] is assigned; the other half of w.whole is from before
  for (int i = 0; i < n; i++) {
    a[i] = w.whole;
    w.half[0] = (short)i;
  }
}
