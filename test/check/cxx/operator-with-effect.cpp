// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct Logged {
  double p[1000];
  int reads = 0;
  double &operator[](int i) {
    reads++;
    return p[i];
  }
};
void f(Logged &v) {
  // loomp: not-parallel -- operator[] counts: every iteration updates v.reads
  for (int i = 0; i < 1000; i++)
    v[i] = i;
}
