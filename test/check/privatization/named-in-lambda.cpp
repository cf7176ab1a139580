// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// In a lambda, g++ does not give a static variable or a member the copy of the thread.
static double total;
static int temp;

void reducesGlobal(const double *v, int n) {
  // loomp: not-parallel role-not-lexical on(total) -- the lambda adds to the variable itself
  for (int i = 0; i < n; ++i) {
    auto add = [&](double y) { total += y; };
    add(v[i]);
  }
}

void readsGlobal(int *__restrict v, int n) {
  // loomp: not-parallel role-not-lexical on(temp) -- the lambda reads the variable itself
  for (int i = 0; i < n; ++i) {
    temp = i;
    auto get = [&] { return temp; };
    v[i] = get();
  }
}

void readsStatic(int *__restrict v, int n) {
  static int last;
  // loomp: not-parallel -- the lambda reads the variable itself
  for (int i = 0; i < n; ++i) {
    last = i;
    auto get = [&] { return last; };
    v[i] = get();
  }
}

void readsLocal(int *__restrict v, int n) {
  int last;
  // loomp: parallel private(last)
  for (int i = 0; i < n; ++i) {
    last = i;
    auto get = [&] { return last; };
    v[i] = get();
  }
}

struct Sum {
  double sum = 0;
  void run(const double *v, int n) {
    // loomp: not-parallel role-not-lexical on(sum) -- the lambda adds to the member itself
    for (int i = 0; i < n; ++i) {
      auto add = [&](double y) { sum += y; };
      add(v[i]);
    }
  }
};
