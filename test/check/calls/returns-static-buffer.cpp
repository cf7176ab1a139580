// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static const char *name(int i) {
  static char text[8];
  text[0] = static_cast<char>('a' + i % 26);
  return text;
}
char first[1000];
void f(int n) {
  // loomp: not-parallel -- all calls write the same buffer
  for (int i = 0; i < n; i++)
    first[i] = name(i)[0];
}
