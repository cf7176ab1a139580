// RUN: %loomp check --format=json --assume=no-alias %s -- -std=c++20 > %t.json
// RUN: %verdicts %s < %t.json
// RUN: FileCheck %s < %t.json
// RUN: %loomp check --assume=no-alias:x %s -- -std=c++20 | FileCheck --check-prefix=NAMED %s
// RUN: not %loomp check --assume=alias %s -- -std=c++20 2>&1 | FileCheck --check-prefix=BAD %s
// CHECK: "given_by_user": true
// NAMED: parallel only if 'y' and 'x' do not overlap; assumed by --assume
// NAMED: needs-assumption
// BAD: expected no-alias
void gather(double *y, const double *x, const int *index, int n) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++)
    y[i] = x[index[i]];
}
void sum(double &s, const double *a, const int *index, int n) {
  // loomp: parallel reduction(+:s) assuming(no-alias)
  for (int i = 0; i < n; i++)
    s += a[index[i]];
}
void scatter(double *y, const int *index, int n) {
  // loomp: parallel atomic(+:y) -- the user said nothing of elements of one array
  for (int i = 0; i < n; i++)
    y[index[i]] += 1;
}
