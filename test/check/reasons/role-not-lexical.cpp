// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// A clause renames a variable in the text of the loop and nowhere else.
static int current;
static int total;

static int twice() { return 2 * current; }
static void add(int x) { total += x; }

void readByCallee(int n, int *a) {
  // loomp: not-parallel -- twice() would read the global, not the copy
  for (int i = 0; i < n; i++) {
    current = i;
    a[i] = twice();
  }
}

void reference(int n, double *a) {
  int t = 0;
  const int *r = &t;
  auto read = [r] { return *r; };
  // loomp: not-parallel role-not-lexical on(t) -- a write to the copy of t would not be seen through r
  for (int i = 0; i < n; i++) {
    t = i;
    a[i] = read();
  }
}

void addedByCallee(int n, const int *a) {
  // loomp: serial carried-flow-dependence on(total) -- add() would add to the global from all threads
  for (int i = 0; i < n; i++)
    add(a[i]);
}

void lambda(int n, const int *a, int &result) {
  int sum = 0;
  auto addTo = [&sum](int x) { sum += x; };
  // loomp: serial carried-flow-dependence on(sum) -- the lambda holds the sum outside
  for (int i = 0; i < n; i++)
    addTo(a[i]);
  result = sum;
}

int lexical(int n, const int *a) {
  int sum = 0;
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < n; i++)
    sum += a[i];
  return sum;
}
