// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A variable that only the header advances is a function of the number of the iteration: where no
// text for it is found, nothing is proven serial.
void captured(long *a, long n) {
  // loomp: unknown carried-flow-dependence -- other is 20 - j, but a lambda holds it by reference
  for (long j = 0, other = 20; j < n; ++j, --other) {
    auto act = [&] { a[other] = other % 7; };
    act();
  }
}
// Its near-twins: the body changes it, too; the header changes it by what it was.
void also(long *a, long n) {
  // loomp: serial carried-flow-dependence -- j reads what j - 1 left in other
  for (long j = 0, other = 20; j < n; ++j, --other) {
    auto act = [&] { a[j] = other; other = other / 2 + a[j]; };
    act();
  }
}
void product(long *a, long n) {
  // loomp: serial carried-flow-dependence -- other is a recurrence
  for (long j = 0, other = 20; j < n; ++j, other = other * 3 % 7) {
    auto act = [&] { a[j] = other % 7; };
    act();
  }
}
