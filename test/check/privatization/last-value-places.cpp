// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The last value of what no clause can name: a local variable stands for it.
static double a[1000];
void reference(double &t, int n) {
  // loomp: parallel lastprivate(tLocal)
  for (int i = 0; i < n; i++) {
    t = i * 0.25;
    a[i] = t;
  }
}

void readFirst(double &t, int n) {
  // loomp: not-parallel -- an iteration reads what the one before left
  for (int i = 0; i < n; i++) {
    a[i] = t;
    t = i * 0.25;
  }
}

struct Store {
  double cells[64];
  long last;
  double get(int i) const { return cells[i] + last; }
  void run(int n) {
    // loomp: parallel lastprivate(lastLocal)
    for (int i = 0; i < n; i++) {
      last = i;
      cells[i] = 0.5 * last;
    }
  }
  void runAndAsk(int n) {
    // loomp: not-parallel -- get() reads the member itself
    for (int i = 0; i < n; i++) {
      last = i;
      a[i] = get(i);
    }
  }
  void runOnSome(int n) {
    // loomp: not-parallel -- which iteration comes last depends on data
    for (int i = 0; i < n; i++)
      if (cells[i] > 0)
        last = 2 - i;
  }
};

template <class T> struct Of {
  T last;
  void run(T *b, int n) {
    // loomp: not-parallel -- FIXME: the type of the copy has no name for all instantiations
    for (int i = 0; i < n; i++) {
      last = i;
      b[i] = last;
    }
  }
};
void use(Of<int> &x, Of<double> &y, int *b, double *c, int n) {
  x.run(b, n);
  y.run(c, n);
}
