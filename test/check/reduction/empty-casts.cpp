// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A cast to the type that a value has anyway changes nothing; any other one may, in each step.
float same_type(const float *a, int n) {
  float s = 0;
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    s = float(s + a[i]);
  return s;
}
unsigned promoted(const int *a, int n) {
  unsigned s = 0;
  // loomp: parallel reduction(+:s) -- an unsigned and an int make an unsigned
  for (int i = 0; i < n; i++)
    s = static_cast<unsigned>((unsigned)(s - a[i] * 9));
  return s;
}
float rounded(const double *a, int n) {
  float s = 0;
  // loomp: serial carried-flow-dependence -- each step rounds the sum to float
  for (int i = 0; i < n; i++)
    s = float(s + a[i]);
  return s;
}
int cut(const int *a, int n) {
  int s = 0;
  // loomp: serial carried-flow-dependence -- each step keeps 16 bits, and their sign
  for (int i = 0; i < n; i++)
    s = (short)(s + a[i]);
  return s;
}
double truncated(const double *a, int n) {
  double s = 0;
  // loomp: serial carried-flow-dependence -- each step drops the fraction
  for (int i = 0; i < n; i++)
    s = (int)(s + a[i]);
  return s;
}
bool differs(const int *a, int n) {
  bool odd = false;
  // loomp: parallel reduction(^:odd) -- to differ, of truth values, is exclusive or
  for (int i = 0; i < n; i++)
    odd = odd != (a[i] > 0);
  return odd;
}
bool compares_with_number(const int *a, int n) {
  bool s = false;
  // loomp: not-parallel -- false != 2 and true != 2: the last operand alone decides
  for (int i = 0; i < n; i++)
    s = s != a[i];
  return s;
}
int is_no_truth_value(const int *a, int n) {
  int s = 5;
  // loomp: not-parallel -- 5 != 1 is 1, 1 != 1 is 0
  for (int i = 0; i < n; i++)
    s = s != (a[i] > 0);
  return s;
}
bool equal(const int *a, int n) {
  bool s = false;
  // loomp: not-parallel -- '==' is no exclusive or: with one operand false, s changes
  for (int i = 0; i < n; i++)
    s = s == (a[i] > 0);
  return s;
}
