// What a container owns may have been another's, to which pointers lead; what the function itself
// allocated is its own. Every pair: the first was called parallel without a check.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>
using Row = std::vector<int>;
struct Holder {
  Row row;
};
Row made(int n);
void fill(Row &row);
int handedOver(Row w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from what p points into
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int handedOverConst(const Row w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from there
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int handedOverPointer(std::unique_ptr<int[]> w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from there
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int handedOverPointerToRow(std::unique_ptr<Row> w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = (*w)[i] + 1;
  return (*w)[n];
}
int handedOverMember(Holder w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from there
  for (int i = 0; i < n; i++)
    p[i + 1] = w.row[i] + 1;
  return w.row[n];
}
int handedOverRows(std::vector<Row> w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
int handedOverText(std::string w, char *p, int n) {
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from there
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] ^ 1;
  return w[n];
}
int movedOn(Holder w, int *p, int n) {
  Holder own = std::move(w);
  // loomp: parallel assuming(no-alias) -- the caller may have moved w from there
  for (int i = 0; i < n; i++)
    p[i + 1] = own.row[i] + 1;
  return own.row[n];
}
int copied(Row w, int *p, int n) {
  Row own = w;
  // loomp: parallel assuming() -- a copy is new
  for (int i = 0; i < n; i++)
    p[i + 1] = own[i] + 1;
  return own[n];
}
int twoHandedOver(Row w, Row p, int n) {
  // loomp: parallel assuming() -- two owners share nothing
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return p[n];
}
int referenceBeside(Row w, Row &p, int n) {
  // loomp: parallel assuming() -- the same
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return p[n];
}
int lengthBeside(Row w, int *p, int n) {
  // loomp: parallel assuming() -- the header of w stands in w itself
  for (int i = 0; i < n; i++)
    p[i] = static_cast<int>(w.size());
  return n;
}
static int local(int *p, int n) {
  Row w(n + 1);
  // loomp: parallel assuming() -- p leads into another storage
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
static int known(Row w, int *p, int n) {
  // loomp: parallel assuming(no-alias) -- the one call moves what p points into
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int callKnown(int n) {
  Row v(n + 1);
  int *p = v.data();
  return known(std::move(v), p, n) + local(p, 0);
}
int returned(int *p, int n) {
  Row w = made(n);
  // loomp: parallel assuming(no-alias) -- it may have been moved from what p points into
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
static Row fresh(int n) {
  Row row(n + 1);
  return row;
}
int returnedFresh(int *p, int n) {
  Row w = fresh(n);
  // loomp: parallel assuming() -- p leads into another storage
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int filled(int *p, int n) {
  Row w(n + 1);
  fill(w);
  // loomp: parallel assuming(no-alias) -- the call may move another one there
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int movedLocal(int n) {
  Row u(n + 1);
  int *p = u.data();
  auto w = std::move(u);
  // loomp: not-parallel needs-assumption -- p leads into what w owns now
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int copiedLocal(int n) {
  Row u(n + 1);
  int *p = u.data();
  auto w = u;
  // loomp: parallel assuming() -- p leads into another storage
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int assignedLocal(int n) {
  Row u(n + 1), w(n + 1);
  int *p = u.data();
  w = std::move(u);
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int movedPointer(int n) {
  auto u = std::make_unique<int[]>(n + 1);
  int *p = u.get();
  auto w = std::move(u);
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int twoPointers(int n) {
  auto u = std::make_unique<int[]>(n + 1), w = std::make_unique<int[]>(n + 1);
  int *p = u.get();
  // loomp: parallel assuming() -- p leads into another storage
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return p[n];
}
int movedRawPointer(int n) {
  int *p = new int[n + 1]();
  std::unique_ptr<int[]> u(p);
  auto w = std::move(u);
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[i] + 1;
  return w[n];
}
int movedRows(int n) {
  std::vector<Row> u(2, Row(n + 1));
  int *p = u[0].data();
  auto w = std::move(u);
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
int inserted(int n) {
  Row u(n + 1);
  int *p = u.data();
  std::vector<Row> w;
  w.push_back(std::move(u));
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
int insertedCopy(int n) {
  Row u(n + 1);
  int *p = u.data();
  std::vector<Row> w;
  w.push_back(u);
  // loomp: parallel assuming() -- p leads into another storage
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return p[n];
}
int insertedByKey(int n) {
  Row u(n + 1);
  int *p = u.data();
  std::map<int, Row> w;
  w[3] = std::move(u);
  Row &q = w[3];
  // loomp: not-parallel needs-assumption -- what p leads to has a new owner, or may have
  for (int i = 0; i < n; i++)
    p[i + 1] = q[i] + 1;
  return q[n];
}
int exchanged(int n) {
  Row v(n + 1), w(n + 1);
  for (int t = 0; t < 9; t++) { // loomp: not-parallel -- the next pass reads what this one writes
    // loomp: parallel assuming() -- two containers, whatever each of them owns
    for (int i = 1; i < n; i++)
      v[i] = w[i - 1] + 1;
    std::swap(v, w);
  }
  return w[0];
}
int movedElements(int n) {
  std::vector<Row> u(3, Row(n + 1)), w(3);
  int *p = u[0].data();
  std::move(u.begin(), u.end(), w.begin());
  // loomp: not-parallel needs-assumption -- the rows have changed their places
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
int insertedByMoving(int n) {
  std::vector<Row> u(3, Row(n + 1)), w;
  int *p = u[0].data();
  w.insert(w.end(), std::make_move_iterator(u.begin()), std::make_move_iterator(u.end()));
  // loomp: not-parallel needs-assumption -- the same
  for (int i = 0; i < n; i++)
    p[i + 1] = w[0][i] + 1;
  return w[0][n];
}
void moveEachTime(Row &a, Row &b, int *out, int n) {
  // loomp: not-parallel unknown-call -- out[i] is what iteration i put into b
  for (int i = 0; i < n; i++) {
    std::move(a.begin(), a.end(), b.begin() + i);
    out[i] = b[0];
  }
}
