// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Pointers and iterators that go on by a step that is no number.
#include <vector>
void up(short *a, int step) {
  // loomp: parallel -- another step than one upwards leaves the array, or never ends
  for (short *p = a; p < a + 90; p += step)
    p[1] = short(p[1] + 1);
}
void down(double *a, double *end, long step) {
  // loomp: parallel
  for (double *p = end; p > a; p -= step)
    *p = 1;
}
void iterators(std::vector<double> &v, long step) {
  // loomp: parallel
  for (auto p = v.begin(); p < v.end(); p += step)
    *p = 1;
}
void pairs(double *a, double *end, long step) {
  // loomp: parallel -- if no pair reaches into the next one: asks
  for (double *p = a; p < end; p += step) {
    p[0] = 1;
    p[1] = p[0] + 1;
  }
}
void meets(double *a, double *end, long step) {
  // loomp: not-parallel -- may step over the end
  for (double *p = a; p != end; p += step)
    *p = 1;
}
void previous(double *a, double *end, long step) {
  // loomp: not-parallel -- each reads what the one before wrote
  for (double *p = a; p < end; p += step)
    p[step] = p[0] * 0.5;
}
void stepChanges(double *a, double *end, long step) {
  // loomp: not-parallel -- the step is another one each time
  for (double *p = a; p < end; p += step) {
    *p = 1;
    ++step;
  }
}
void stepInMemory(long *a, long *end, long *step) {
  // loomp: not-parallel -- the step may be one of the elements
  for (long *p = a; p < end; p += *step)
    *p = 1;
}
double *outlives(double *a, double *end, long step) {
  double *p = a;
  // loomp: not-parallel -- where it stops has no name
  for (; p < end; p += step)
    *p = 1;
  return p;
}
