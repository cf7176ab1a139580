// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The size of a container is changed by what its class does, and by no integer that is written
// elsewhere; but by bytes, or by another name of the container.
#include <cstddef>
#include <string>
#include <vector>

void parameter(const std::vector<double> &v, std::size_t *a) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); ++i)
    a[i] = i;
}
void bytes(const std::vector<double> &v, char *a) {
  // loomp: parallel -- with a check at run time: bytes may be those of 'v'
  for (std::size_t i = 0; i < v.size(); ++i)
    a[i] = 1;
}
struct Own {
  std::size_t count;
  std::size_t size() const { return count; }
};
void ownClass(const Own &own, std::size_t *a) {
  // loomp: parallel assuming(no-alias) -- a[0] may be 'own.count': it is checked
  for (std::size_t i = 0; i < own.size(); ++i)
    a[i] = 100;
}

struct Host {
  const std::vector<double> &read;
  std::vector<double> *pointed, *other;
  std::vector<double> *rows;
  const Own &own;
  std::string text;
  long *a;
  char *bytes;

  void ofReference() {
    // loomp: parallel
    for (std::size_t i = 0; i < read.size(); ++i)
      a[i] = 1;
  }
  void throughPointer() {
    // loomp: parallel
    for (std::size_t i = 0; i < pointed->size(); ++i)
      a[i] = 1;
  }
  void ofString() {
    // loomp: parallel
    for (std::size_t i = 0; i < text.size(); ++i)
      a[i] = 1;
  }
  void grows() {
    // loomp: not-parallel -- 'other' may be 'pointed'
    for (std::size_t i = 0; i < pointed->size(); ++i)
      if (a[i] < 0)
        other->push_back(1);
  }
  void growsWhatIsRead(std::vector<double> &named) {
    // loomp: not-parallel -- 'named' may be what 'read' refers to
    for (std::size_t i = 0; i < read.size(); ++i)
      if (a[i] < 0)
        named.push_back(1);
  }
  void growsByIndex() {
    // loomp: not-parallel -- rows[i] may be what 'read' refers to
    for (std::size_t i = 0; i < read.size(); ++i)
      rows[i].push_back(1);
  }
  void assigned(const std::vector<double> *all) {
    // loomp: not-parallel -- which vector it is changes
    for (std::size_t i = 0; i < pointed->size(); ++i)
      if (a[i] < 0)
        pointed = const_cast<std::vector<double> *>(all + i);
  }
  void ofBytes() {
    // loomp: not-parallel -- a byte may be one of the vector
    for (std::size_t i = 0; i < read.size(); ++i)
      bytes[i] = 1;
  }
  void ofOwnClass() {
    // loomp: parallel assuming(no-alias) -- a[0] may be 'own.count': it is checked
    for (std::size_t i = 0; i < own.size(); ++i)
      a[i] = 100;
  }
};
std::vector<double> all;
struct View {
  const std::vector<double> &read;
  long *a;
  static void more() { all.push_back(0); }
  void growsInCall() {
    // loomp: not-parallel -- 'read' may refer to 'all'
    for (std::size_t i = 0; i < read.size(); ++i)
      if (a[i] < 0)
        more();
  }
};
