// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void unroll(const int (&ring)[100], int *out, int head, int n) {
  int k = head;
  // loomp: parallel induction(k) assuming(no-alias, no-dependence) -- if head is in the ring
  for (int i = 0; i < n; i++) {
    out[i] = ring[k];
    k = k + 1 == 100 ? 0 : k + 1;
  }
}

int after(int *out, int k, int m, int n) {
  // loomp: parallel induction(k) assuming(no-dependence) -- k is read after the loop, too
  for (int i = 0; i < n; i++) {
    out[i] = k * k;
    if (++k == m)
      k = 0;
  }
  return k;
}

void scatter(int (&out)[100], int k, int n) {
  // loomp: not-parallel -- the second time round it writes the same elements
  for (int i = 0; i < n; i++) {
    out[k] = i;
    k = k + 1 == 100 ? 0 : k + 1;
  }
}

void movingEnd(int *out, int k, int m, int n) {
  // loomp: not-parallel -- m shrinks
  for (int i = 0; i < n; i++) {
    out[i] = k * k;
    if (++k == m)
      k = 0;
    m--;
  }
}

void unsignedOne(int *out, unsigned k, unsigned m, int n) {
  // loomp: not-parallel -- an unsigned k may be beyond m, and wrap
  for (int i = 0; i < n; i++) {
    out[i] = k & 7;
    k = k + 1 == m ? 0 : k + 1;
  }
}

int bySteps(int *out, int k, int m, int n) {
  // loomp: parallel induction(k) assuming(no-dependence) -- (k + 3 * i) % m, if k is in range
  for (int i = 0; i < n; i++) {
    out[i] = k;
    k = (k + 3) % m;
  }
  return k;
}

// What holds under the check must not be built on elsewhere.
void outer(int (&out)[200], int k, int m) {
  // loomp: not-parallel -- k goes on
  for (int j = 0; j < 10; j++) {
    // loomp: parallel induction(k) assuming(no-dependence) -- if k is in range
    for (int i = 0; i < 20; i++) {
      out[i + j * 20] = k;
      k = k + 1 == m ? 0 : k + 1;
    }
  }
}
