// Found by a review of the rules about owners: all of these were called parallel, or got a check that
// asked for other memory.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>
void copyOfAll(std::vector<double> &s, const std::vector<double> &k, int n) {
  // loomp: parallel assuming(no-alias) -- k may be s: the copy reads s[0], which i=0 writes
  for (int i = 0; i < n; i++) {
    std::vector<double> c = k;
    s[i] = c[0] + 1;
  }
}
void searchOfAll(std::string &s, const std::string &k, int n) {
  // loomp: parallel assuming(no-alias) -- k may be s: the search reads s[0], which i=0 writes
  for (int i = 0; i < n; i++)
    s[i] = k.starts_with("1") ? '2' : '1';
}
void viewOfAll(std::vector<std::span<int>> &rows, const std::span<int> &k, int n) {
  // loomp: parallel assuming(no-alias) -- k may be rows[0]
  for (int i = 0; i < n; i++)
    rows[i] = k.subspan(1);
}
void suffixes(std::vector<std::string> &names, const std::string &suffix) {
  // loomp: parallel assuming(no-alias) -- suffix may be names[0]
  for (std::string &name : names)
    name += suffix;
}
void sizes(std::vector<std::string> &names, const std::string &suffix) {
  // loomp: not-parallel -- suffix may be names[1], whose size changes
  for (std::size_t i = 0; i + suffix.size() < names.size(); i++)
    names[i].resize(i);
}
struct Holder {
  std::vector<double> v;
};
void copyOfHolder(double *s, const Holder &k, int n) {
  // loomp: not-parallel -- s may point into k.v, which is no part of 'k' itself
  for (int i = 0; i < n; i++) {
    Holder c = k;
    s[i] = c.v[0] + 1;
  }
}
void searchThroughView(char *s, std::string_view k, int n) {
  // loomp: not-parallel -- k may show s
  for (int i = 0; i < n; i++)
    s[i] = k.find('q', i / 2) % 3 == 0 ? 'q' : 'r';
}
int mayThrow(const std::string &s, int n) {
  int k = 0;
  // loomp: not-parallel may-throw -- a position behind the end throws
  for (int i = 0; i < n; i++)
    k += s.compare(i, 2, "ab") == 0;
  return k;
}
struct Base {
  std::vector<double> v;
  double &at(int i) { return v[i]; }
};
struct Derived : Base {
  std::vector<double> w;
};
void twoMembers(Derived &d, double *p, int n) {
  // loomp: parallel assuming(no-alias, no-alias) -- p may point into d.v, or into d.w
  for (int i = 0; i < n; i++)
    p[i] = d.v[i] + d.w[i];
}
struct Hidden : Base {
  std::vector<double> v;
};
void hiddenMember(Hidden &d, double *p, int n) {
  // loomp: not-parallel -- 'd.v' names another member than the one that at() leads to
  for (int i = 0; i < n; i++)
    d.at(i) = p[i] + 1;
}
struct OtherData : std::vector<double> {
  std::vector<double> other;
  double *data() { return other.data(); }
};
void otherData(OtherData &v, double *p, int n) {
  // loomp: not-parallel -- 'v.data()' is not where the elements of v are
  for (int i = 0; i < n; i++)
    v[i + 1] = p[i] + 1;
}
class Overloaded {
public:
  double *data() const { return q; }
  double *data() { return r; }
  double &operator[](int j) { return q[j]; }

private:
  double *q, *r;
};
void overloaded(Overloaded &a, double *b, int n) {
  // loomp: not-parallel -- 'a.data()' is r, the elements are those of q
  for (int i = 0; i < n; i++)
    a[i] = b[i] + 1;
}
struct Addressed {
  int v[20001];
  Addressed *operator&();
};
void addressed(Addressed &a, Addressed &b, int n) {
  // loomp: not-parallel -- '&a' may be anything
  for (int i = 0; i < n; i++)
    a.v[i + 1] = b.v[i] + 1;
}
struct Keep {
  void operator()(int *) const {}
};
void noOwner(std::unique_ptr<int[], Keep> &a, std::vector<int> &b, int n) {
  // loomp: not-parallel -- a need not own what it points to
  for (int i = 0; i < n; i++)
    a[i + 1] = b[i] + 1;
}
class Private : Base {
public:
  double &operator[](int i) { return v[i]; }
};
void privateBase(Private &d, double *p, int n) {
  // loomp: not-parallel -- no text can name d.v
  for (int i = 0; i < n; i++)
    d[i] = p[i] + 1;
}
class Deprecated {
public:
  [[deprecated]] double *raw() const { return q; }
  double &operator[](int i) { return q[i]; }

private:
  double *q;
};
void deprecated(Deprecated &d, double *p, int n) {
  // loomp: not-parallel -- the text would be warned of
  for (int i = 0; i < n; i++)
    d[i] = p[i] + 1;
}
