// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000], weight[10];
void remainder(int n) {
  int k = 3;
  // loomp: parallel induction(k) -- k is (3 + i) % 10
  for (int i = 0; i < n; i++) {
    b[i] = a[i] * weight[k];
    k = (k + 1) % 10;
  }
}
void tested(int n) {
  int k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++) {
    b[i] = a[i] * weight[k];
    if (++k == 10)
      k = 0;
  }
}
void chosen(int n) {
  unsigned k = 0;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++) {
    b[i] = a[i] * weight[k];
    k = k + 1 < 10 ? k + 1 : 0;
  }
}
void writes(int n) {
  int k = 0;
  // loomp: not-parallel -- i=0 and i=10 both write weight[0]
  for (int i = 0; i < n; i++) {
    weight[k] = a[i];
    k++;
    if (k == 10)
      k = 0;
  }
}
void startsBeyond(int n) {
  int k = 20;
  // loomp: not-parallel -- k never meets 10: it goes on to 21, 22, ...
  for (int i = 0; i < n; i++) {
    b[i] = k;
    if (++k == 10)
      k = 0;
  }
}
void skipsTheEnd(int n) {
  int k = 0;
  // loomp: not-parallel -- FIXME: k counts 0, 1, ..., 9, 0, but starts again at 0, not at (k + 2) %
  // 9
  for (int i = 0; i < n; i++) {
    b[i] = k;
    k += 2;
    if (k >= 9)
      k = 0;
  }
}
void byMask(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- a mask of low bits is a remainder
  for (int i = 0; i < n; i++) {
    b[i] = a[k];
    k = (k + 1) & 7;
  }
}
void byOtherMask(int n) {
  int k = 0;
  // loomp: not-parallel -- 0, 1, 0: a mask with a hole is none
  for (int i = 0; i < n; i++) {
    b[i] = a[k];
    k = (k + 1) & 5;
  }
}
void maskOfAnother(int n, int m) {
  int k = 0;
  // loomp: not-parallel -- (k + 1) & m is no remainder by m + 1
  for (int i = 0; i < n; i++) {
    b[i] = a[k];
    k = (k + 1) & m;
  }
}
void withoutSign(int n) {
  unsigned k = 2;
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++) {
    b[i] = a[k];
    k = (k + 3) % 4;
  }
}
void withoutSignFrom(int n, unsigned k) {
  // loomp: not-parallel -- FIXME: k may start beyond 4, and what would be asked has no sign
  for (int i = 0; i < n; i++) {
    b[i] = a[k];
    k = (k + 3) % 4;
  }
}
