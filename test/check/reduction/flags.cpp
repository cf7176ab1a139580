// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Variables that iterations set to one value.
bool fallsToFalse(const int *a, int n, bool ok) {
  // loomp: parallel reduction(&&:ok)
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      ok = false;
  return ok;
}

int asNumber(const int *a, int n) {
  int found = 0;
  // loomp: parallel reduction(||:found)
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      found = 1;
  return found;
}

int otherNumber(const int *a, int n) {
  int state = 3;
  // loomp: parallel reduction(min:state)
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      state = -2;
  return state;
}

int anyStart(const int *a, int n, int state) {
  // loomp: parallel selection(last:state) -- state may be 0 or 2
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      state = 1;
  return state;
}

bool setAndReset(const int *a, int n) {
  bool on = false;
  // loomp: parallel selection(last:on) -- the last one to switch it counts
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      on = true;
    if (a[i] > 9)
      on = false;
  }
  return on;
}

int readToo(const int *a, int n) {
  bool found = false;
  int count = 0;
  // loomp: not-parallel -- iterations behind the first hit count
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      found = true;
    count += found;
  }
  return count;
}

bool withUpdates(const int *a, int n) {
  bool any = false;
  // loomp: parallel reduction(||:any)
  for (int i = 0; i < n; i++) {
    any |= a[i] == 7;
    if (a[i] < 0)
      any = true;
  }
  return any;
}

bool withOtherUpdates(const int *a, int n) {
  bool any = false;
  // loomp: not-parallel -- true, then an exclusive or: the order counts
  for (int i = 0; i < n; i++) {
    any ^= a[i] == 7;
    if (a[i] < 0)
      any = true;
  }
  return any;
}

void throughReference(const int *a, int n, bool &found) {
  bool &alias = found;
  // loomp: parallel reduction(||:aliasLocal)
  for (int i = 0; i < n; i++)
    if (a[i] < 0)
      alias = true;
}

struct Scan {
  bool found = false;
  void run(const int *a, int n) {
    // loomp: parallel reduction(||:found)
    for (int i = 0; i < n; i++)
      if (a[i] < 0)
        found = true;
  }
};
