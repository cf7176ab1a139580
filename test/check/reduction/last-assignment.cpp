// RUN: %loomp check --format=json %s -- -std=c++20 -Wno-self-assign | %verdicts %s
// What the last iteration leaves that assigns a variable.
#include <vector>

int together(const std::vector<double> &a, double limit) {
  int where = 3;
  double value = 0;
  // loomp: parallel selection(last:where) selection(last:value)
  for (int i = 0; i < static_cast<int>(a.size()); ++i)
    if (a[i] > limit) {
      where = i;
      value = a[i];
    }
  return where + static_cast<int>(value);
}

int readBehind(const int *a, long *b, int n, int last) {
  // loomp: parallel selection(last:last) -- each iteration reads its own
  for (int i = 0; i < n; ++i)
    if (a[i] > 7) {
      last = a[i] % 10;
      if (last > 5)
        last -= 5;
      b[i] = last;
    }
  return last;
}

int chosen(const int *a, int n, int pos) {
  // loomp: parallel selection(last:pos) -- where a[i] is not 7, pos keeps its value
  for (int i = 0; i < n; ++i)
    pos = a[i] == 7 ? i : pos;
  return pos;
}

int kept(const int *a, int n, int pos) {
  // loomp: parallel selection(last:pos) -- to assign it from itself changes nothing
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      pos = i;
    else
      pos = (pos);
  return pos;
}

int inSwitch(const int *a, int n, int state) {
  // loomp: parallel selection(last:state)
  for (int i = 0; i < n; ++i)
    switch (a[i]) {
    case 1:
      state = 4;
      break;
    case 2:
      state = 9;
      break;
    default:
      break;
    }
  return state;
}

int overElements(const std::vector<int> &v) {
  int last = 5;
  // loomp: unknown value-used-after-loop -- FIXME: the iteration has no number in the text
  for (int each : v)
    if (each % 3 == 0)
      last = each;
  return last;
}

int nested(const int *a, int n, int m) {
  int last = 5;
  // loomp: parallel selection(last:last)
  for (int i = 0; i < n; ++i)
    // loomp: parallel selection(last:last)
    for (int j = 0; j < m; ++j)
      if (a[i * m + j] == 3)
        last = j - i;
  return last;
}

const int *pointer(const int *a, int n) {
  const int *found = nullptr;
  // loomp: parallel selection(last:found)
  for (int i = 0; i < n; ++i)
    if (a[i] == 3)
      found = a + i;
  return found;
}

// Near misses.

int readsBefore(const int *a, int n, int pos) {
  // loomp: not-parallel -- what the last hit left decides
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      pos = i + (pos > 3);
  return pos;
}

int rounds(const int *a, int n, int pos) {
  // loomp: not-parallel -- where a[i] is not 7, pos is rounded to a float
  for (int i = 0; i < n; ++i)
    pos = a[i] == 7 ? 1.0F : pos;
  return pos;
}

void assign(int &to, int value) { to = value; }
int byCallee(const int *a, int n, int pos) {
  // loomp: not-parallel -- the assignment is no statement of the loop
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      assign(pos, i);
  return pos;
}

int valueUsed(const int *a, int *b, int n, int pos) {
  // loomp: not-parallel -- no statement of its own
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      b[i] = (pos = a[i + 1]);
  return pos;
}

int otherName(const int *a, int n) {
  int pos = 1;
  int &same = pos;
  // loomp: not-parallel -- `same` would stay the variable in front of the loop
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      pos = i;
    else if (a[i] == 8)
      same = -i;
  return pos;
}

int hidden(const int *a, int n, int pos) {
  // loomp: not-parallel -- where pos is assigned, `i` is not the number of the iteration
  for (int i = 0; i < n; ++i) {
    const int k = i;
    if (int i = a[k]; i == 7)
      pos = i * k;
  }
  return pos;
}

thread_local int perThread = 0;
int ofThread(const int *a, int n) {
  // loomp: not-parallel -- each thread would have a variable of its own
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      perThread = a[i + 1];
  return perThread;
}

int leaves(const int *a, int n, int pos) {
  // loomp: not-parallel -- iterations behind a 9 do not run
  for (int i = 0; i < n; ++i) {
    if (a[i] == 9)
      break;
    if (a[i] == 7)
      pos = a[i + 1];
  }
  return pos;
}

int byLambda(const int *a, int n, int pos) {
  auto note = [&](int i) { pos = i; };
  // loomp: not-parallel -- the text of the lambda stands in front of the loop
  for (int i = 0; i < n; ++i)
    if (a[i] == 7)
      note(i);
  return pos;
}

int onlyOneOfTwo(const int *a, int n) {
  int where = 3, value = 0;
  // loomp: parallel selection(last:where) selection(last:value) -- not always written together
  for (int i = 0; i < n; ++i)
    if (a[i] > 7) {
      where = i;
      if (a[i] == 9)
        continue;
      value = a[i];
    }
  return where + value;
}

// Behind an assignment from itself the value is that of an earlier iteration.
int itselfFirst(const int *a, int n) {
  int s = 1;
  // loomp: not-parallel -- s is a sum
  for (int i = 0; i < n; i++) {
    s = s;
    s = s + a[i] % 3 - s / 2;
  }
  return s;
}
int keptAndRead(const int *a, int *b, int n) {
  int s = 1;
  // loomp: not-parallel -- b[i] is what an earlier iteration assigned
  for (int i = 0; i < n; i++) {
    s = a[i] > 3 ? a[i] : s;
    b[i] = s;
  }
  return s;
}
int keptAndCompared(const int *a, int n) {
  int s = 1;
  // loomp: not-parallel -- the step starts from what an earlier iteration assigned
  for (int i = 0; i < n; i++) {
    s = a[i] > 3 ? a[i] : s;
    if (a[i] == 2)
      s++;
  }
  return s;
}
