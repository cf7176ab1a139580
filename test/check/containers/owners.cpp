// Storage has one owner: what different containers own never overlaps.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
#include <string>
#include <utility>
#include <vector>

struct Samples : std::vector<double> {};

void classesDiffer(const std::vector<unsigned char> &in, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = in[i];
}
void stringAndBytes(const std::string &in, std::vector<char> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i + 1 < in.size(); ++i)
    out[i] = in[i + 1];
}
void derived(const Samples &in, std::vector<double> &out, int n) {
  // loomp: not-parallel -- 'in' may be 'out'
  for (int i = 0; i < n; ++i)
    out[i] = in[i + 1];
}
void sameClass(const std::vector<double> &in, std::vector<double> &out, int n) {
  // loomp: parallel assuming(no-alias) -- 'in' may be 'out'
  for (int i = 0; i < n; ++i)
    out[i] = in[i + 1];
}
void ownVariable(std::vector<double> &u, int n) {
  std::vector<double> next(u);
  // loomp: serial carried-flow-dependence -- step 1 reads what step 0 wrote
  for (int step = 0; step < 10; ++step) {
    // loomp: parallel assuming()
    for (int i = 1; i < n - 1; ++i)
      next[i] = u[i - 1] + u[i + 1];
    u.swap(next);
  }
}
void pointerBeforeSwap(std::vector<double> &u, int n) {
  std::vector<double> next(u);
  double *p = next.data();
  u.swap(next);
  // loomp: not-parallel -- p[0] is u[0] now, and i=1 reads it
  for (int i = 1; i < n - 1; ++i)
    p[i] = u[i - 1];
}
void referenceBeforeSwap(std::vector<double> &u, int n) {
  std::vector<double> next(u);
  double &first = next[0];
  std::swap(u, next);
  // loomp: not-parallel -- first is u[0] now, which i=0 changes
  for (int i = 0; i < n; ++i)
    u[i] += first;
}
void reference(std::vector<double> &u, int n) {
  std::vector<double> next(u);
  std::vector<double> &both = n > 5 ? u : next;
  // loomp: not-parallel -- with n > 5 both are u
  for (int i = 1; i < n; ++i)
    both[i] = u[i - 1];
}
void oneOfTheRows(const std::vector<std::vector<double>> &rows, std::vector<double> &sum, int n) {
  // loomp: parallel assuming(no-alias) -- sum may be rows[1]
  for (int i = 0; i < n; ++i)
    sum[i] = rows[i][0] + rows[i][n - 1];
}
void rowsOfTwo(const std::vector<std::vector<int>> &in, std::vector<std::vector<int>> &out, int n) {
  // loomp: parallel assuming(no-alias) -- in may be out
  for (int i = 0; i < n; ++i)
    out[i][0] = in[i + 1][0];
}
void gathered(const std::vector<int> &index, const std::vector<float> &in, float *out, int n) {
  // loomp: parallel assuming(no-alias) -- out may point into in
  for (int i = 0; i < n; ++i)
    out[i] = in[index[i]];
}
void gatheredGrowing(const std::vector<int> &index, std::vector<float> &in, float *out, int n) {
  // loomp: not-parallel -- how much of in there is changes
  for (int i = 0; i < n; ++i) {
    out[i] = in[index[i]];
    in.resize(in.size() + 1);
  }
}
void table(unsigned char *bytes, const unsigned char *map, int n) {
  // loomp: parallel assuming(no-alias) -- bytes may be a part of map[0 .. 256)
  for (int i = 0; i < n; ++i)
    bytes[i] = map[bytes[i]];
}
void wideTable(unsigned *words, const unsigned *map, int n) {
  // loomp: not-parallel -- no range of map is known
  for (int i = 0; i < n; ++i)
    words[i] = map[words[i]];
}
void ring(const std::array<short, 256> &in, std::array<short, 256> &out) {
  // loomp: parallel assuming(no-alias)
  for (int i = 0; i < 256; ++i)
    out[(i + 1) % 256] = in[i];
}
void assignStrings(std::vector<std::string> &names, const std::string &name) {
  // loomp: parallel assuming(no-alias) -- where name is none of the names
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] += name;
}
void appendFirst(std::vector<std::string> &names) {
  // loomp: parallel peeled(first) -- i=0 doubles names[0], which the others read
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] += names[0];
}
void appendLast(std::vector<std::string> &names) {
  // loomp: not-parallel -- i=1 reads names[0], which i=0 wrote
  for (std::size_t i = 1; i < names.size(); ++i)
    names[i] += names[i - 1];
}
void resizeLast(std::vector<std::vector<int>> &rows, const std::vector<int> &row) {
  // loomp: not-parallel -- row may be rows[0], which i=0 gives another size
  for (std::size_t i = 0; i < rows.size() && !row.empty(); ++i)
    rows[i].resize(row.size() + 1);
}
