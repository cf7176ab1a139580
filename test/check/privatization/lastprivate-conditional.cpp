// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Assigned only under a guard: the last iteration may not assign it.
double a[1000];
int last(int n) {
  int last = -1;
  // loomp: parallel reduction(max:last)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int first(int n) {
  int first = 1000;
  // loomp: parallel reduction(min:first)
  for (int i = 999; i >= 0; i--)
    if (a[i] > 0)
      first = i;
  return first;
}

int endOfLast(int n) {
  int end = 0;
  // loomp: parallel reduction(max:end)
  for (int i = 0; i < n; i += 3)
    if (a[i] > 0)
      end = 2 * i + 1;
  return end;
}

int startsHigher(int n) {
  int last = 5;
  // loomp: parallel selection(last:last) -- of 5 and 3 the last is 3, not the largest
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int startsAnywhere(int n, int last) {
  // loomp: parallel selection(last:last) -- the argument may be 5
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i;
  return last;
}

int falls(int n) {
  int last = -1;
  // loomp: parallel selection(last:last) -- of n - 0 and n - 1 the last is n - 1
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = n - i;
  return last;
}

int twoValues(int n) {
  int last = -1;
  // loomp: parallel selection(last:last) -- of i + 1 and the later i the last may be less
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      last = i + 2;
    else if (a[i] < -1)
      last = i;
  return last;
}

int wraps(int n) {
  int last = -1;
  // loomp: parallel selection(last:last) -- after 127 comes -128
  for (int i = 0; i < n; i++)
    if (a[i % 1000] > 0)
      last = static_cast<signed char>(i);
  return last;
}
