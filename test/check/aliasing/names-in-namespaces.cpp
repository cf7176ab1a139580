// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int shadowed[400], global[400];
namespace outer {
static int table[400];
int shadowed[100];
int both[100];
namespace {
int unnamed[400];
}
inline namespace v1 {
int inlined[400];
}
namespace inner {
int both[400];
void ofOuter(int n, const int *b) {
  // loomp: parallel assuming(no-alias) -- 'table' means outer::table here
  for (int i = 0; i < n; i++)
    table[i] = b[i];
}
void ofGlobal(int n, const int *b) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++)
    global[i] = b[i];
}
void ofUnnamed(int n, const int *b) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++)
    unnamed[i] = b[i];
}
void ofInlined(int n, const int *b) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < n; i++)
    inlined[i] = b[i];
}
void hidden(int n, const int *b) {
  // loomp: unknown needs-assumption -- here 'shadowed' means outer::shadowed
  for (int i = 0; i < n; i++)
    ::shadowed[i] = b[i];
}
void hiddenByInner(int n, const int *b) {
  // loomp: unknown needs-assumption -- here 'both' means inner::both
  for (int i = 0; i < n; i++)
    outer::both[i] = b[i];
}
void hiddenByLocal(int n, const int *b) {
  enum { table };
  // loomp: unknown needs-assumption -- here 'table' is a number
  for (int i = 0; i < n; i++)
    outer::table[i] = b[i] + table;
}
} // namespace inner
} // namespace outer
namespace other {
int shown[400];
}
void elsewhere(int n, const int *b) {
  // loomp: unknown needs-assumption -- here 'table' means nothing
  for (int i = 0; i < n; i++)
    outer::table[i] = b[i];
}
void byDirective(int n, const int *b) {
  using namespace other;
  // loomp: unknown needs-assumption -- names that directives show are not followed
  for (int i = 0; i < n; i++)
    shown[i] = b[i];
}
struct Member {
  int table[4];
  void run(int n, const int *b) {
    // loomp: unknown needs-assumption -- members may have the name
    for (int i = 0; i < n; i++)
      global[i] = b[i];
  }
};
