// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A recast variable must be replaced wherever it is named, also where it is not loaded as such.
static int A[300], B[300];
int comma(int n) {
  int t = 9;
  // loomp: not-parallel -- FIXME: behind a comma
  for (int i = 0; i < n; i++)
    A[i] = (t++, t);
  return t;
}
int afterAnother(int n) {
  int t = 9;
  // loomp: not-parallel -- FIXME: behind a comma
  for (int i = 0; i < n; i++) {
    A[i] = (B[i], t);
    t += 2;
  }
  return t;
}
int asReference(int n) {
  int t = 9;
  // loomp: not-parallel -- FIXME: as what a cast yields
  for (int i = 0; i < n; i++) {
    A[i] = static_cast<int &>(t);
    t += 2;
  }
  return t;
}
int plain(int n) {
  int t = 9;
  // loomp: parallel induction(t) -- the usual way
  for (int i = 0; i < n; i++) {
    A[i] = (t);
    t += 2;
  }
  return t;
}
