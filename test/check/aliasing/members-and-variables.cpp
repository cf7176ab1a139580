// What stands in a member, in a variable, in the storage of a container.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
#include <vector>
struct Joint {
  double local, world;
  const Joint *parent;
};
union Number {
  double first, second;
};
void otherMember(std::vector<Joint> &joints) {
  // loomp: parallel -- no iteration changes a 'local'
  for (Joint &j : joints)
    j.world = j.local + (j.parent ? j.parent->local : 0.0);
}
void sameMember(std::vector<Joint> &joints) {
  // loomp: not-parallel -- the parent of joints[1] may be joints[0], and as a rule is one of them
  for (Joint &j : joints)
    j.world = j.local + (j.parent ? j.parent->world : 0.0);
}
void ofUnion(Number *a, const Number *b, int n) {
  // loomp: parallel assuming(no-alias) -- both members stand in one place
  for (int i = 0; i < n; i++)
    a[i].first = b[i].second;
}
static int heavy;
static char arena[1000];
void staticVariable(const std::vector<int> &grams) {
  // loomp: parallel reduction(+:heavy) assuming() -- no container owns a variable
  for (int g : grams)
    heavy += g;
}
void throughPointer(const int *grams, int n) {
  // loomp: not-parallel -- grams[3] may be 'heavy'; an int is known to hold no more
  for (int i = 0; i < n; i++)
    heavy = heavy / 2 + grams[i];
}
void arrayOfCharacters(std::vector<char> &text) {
  // loomp: parallel assuming(no-alias) -- with an allocator, the text may stand in 'arena'
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    arena[i] = text[i + 1];
}
void arrayObject(const std::array<double, 50> &v, std::vector<double> &out) {
  // loomp: parallel assuming() -- an array object is no element of 'out'
  for (int i = 0; i < 49; ++i)
    out[i] = v[i + 1];
}
void arrayOfArrays(const std::array<double, 50> &v, std::vector<std::array<double, 50>> &out) {
  // loomp: parallel assuming(no-alias) -- v may be out[1], and i=1 changes it
  for (int i = 0; i < 49; ++i)
    out[i][0] = v[0];
}
