// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The index array may be what the loop writes, as far as the types tell: then this is checked, too.
#include <array>
#include <vector>
void invert(const std::vector<int> &perm, std::vector<int> &inverse) {
  // loomp: parallel assuming(no-dependence, no-alias)
  for (std::size_t i = 0; i < perm.size(); ++i)
    inverse[perm[i]] = static_cast<int>(i);
}
void invertInPlace(std::vector<int> &perm) {
  // loomp: not-parallel -- i=0 may write perm[1], which i=1 reads
  for (std::size_t i = 0; i < perm.size(); ++i)
    perm[perm[i]] = static_cast<int>(i);
}
void changedFirst(const std::vector<int> &perm, std::vector<int> &other, std::vector<double> &out) {
  // loomp: parallel assuming(no-dependence, no-alias) -- were they one, elements would be equal that
  // the check finds different
  for (std::size_t i = 0; i < perm.size(); ++i) {
    other[i] = static_cast<int>(i / 2);
    out[perm[i]] = 1.0 + static_cast<double>(i);
  }
}
void pigeons(const std::array<unsigned char, 5000> &bin, std::array<double, 256> &last) {
  // loomp: not-parallel -- 5000 elements with 256 values are never all different
  for (int i = 0; i < 5000; ++i)
    last[bin[i]] = i;
}
double table[64];
void holes(const std::vector<int> &slot) {
  // loomp: not-parallel -- nor are 5000 subscripts of 64 elements
  for (int i = 0; i < 5000; ++i)
    table[slot[i]] = i;
}
