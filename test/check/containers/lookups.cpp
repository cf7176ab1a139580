// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A search in a container of keys reads it. What it finds is some element.
#include <list>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
void found(const std::unordered_map<int, double> &price, const std::vector<int> &ids,
           std::vector<double> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (auto it = price.find(ids[i]); it != price.end())
      out[i] = it->second;
}
void counted(const std::map<std::string, int> &known, const std::vector<std::string> &words,
             std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < words.size(); ++i)
    out[i] = known.count(words[i]) ? 1 : 0;
}
long contained(const std::unordered_set<std::string> &known,
               const std::vector<std::string> &words) {
  long n = 0;
  // loomp: parallel reduction(+:n)
  for (const std::string &word : words)
    if (known.contains(word))
      n++;
  return n;
}
void bounds(const std::map<int, int> &steps, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < out.size(); i++) {
    auto it = steps.lower_bound(int(i));
    if (it != steps.begin())
      --it;
    out[i] = it->second;
  }
}
void mayThrow(const std::map<int, double> &price, const std::vector<int> &ids,
              std::vector<double> &out) {
  // loomp: unknown may-throw -- there may be no such key
  for (std::size_t i = 0; i < ids.size(); ++i)
    out[i] = price.at(ids[i]);
}
void caught(const std::map<int, int> &price, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < out.size(); i++)
    try {
      out[i] = price.at(int(i));
    } catch (const std::out_of_range &) {
      out[i] = 0;
    }
}
void inserts(std::map<int, double> &price, const std::vector<int> &ids, std::vector<double> &out) {
  // loomp: not-parallel -- [] may insert
  for (std::size_t i = 0; i < ids.size(); ++i)
    out[i] = price[ids[i]];
}
void erases(std::set<int> &known, const std::vector<int> &ids) {
  // loomp: not-parallel -- the tree
  for (std::size_t i = 0; i < ids.size(); i++)
    known.erase(ids[i]);
}
void searchesWhatItChanges(std::set<int> &known, std::vector<int> &out, int n) {
  // loomp: not-parallel -- the search of one iteration meets the insertion of another
  for (int i = 0; i < n; i++) {
    out[i] = known.count(i);
    known.insert(2 * i);
  }
}
void tallies(std::unordered_map<int, double> &sums, const std::vector<int> &ids) {
  // loomp: parallel atomic(+:sums) -- two ids may be equal
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (auto it = sums.find(ids[i]); it != sums.end())
      it->second += 1;
}
void overwrites(std::map<int, double> &last, const std::vector<int> &ids) {
  // loomp: not-parallel -- two ids may be equal
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (auto it = last.find(ids[i]); it != last.end())
      it->second = double(i);
}
void pushes(std::map<int, std::vector<int>> &rows, const std::vector<int> &ids) {
  // loomp: not-parallel -- two ids may be equal
  for (std::size_t i = 0; i < ids.size(); i++)
    if (auto it = rows.find(ids[i]); it != rows.end())
      it->second.push_back(int(i));
}
void pointees(const std::map<int, int *> &places, const std::vector<int> &ids) {
  // loomp: not-parallel -- two elements may point to one place
  for (std::size_t i = 0; i < ids.size(); i++)
    if (auto it = places.find(ids[i]); it != places.end())
      *it->second = int(i);
}
void walks(const std::map<int, int> &steps, std::vector<int> &out) {
  auto it = steps.begin();
  // loomp: serial carried-flow-dependence on(it) -- one step per iteration
  for (std::size_t i = 0; i < out.size(); i++) {
    out[i] = it->second;
    ++it;
  }
}
// Whoever compares keys may do more than that.
struct Counting {
  int *calls;
  bool operator()(int a, int b) const {
    ++*calls;
    return a < b;
  }
};
void comparesLoudly(const std::map<int, int, Counting> &known, std::vector<int> &out) {
  // loomp: not-parallel -- the comparison counts
  for (std::size_t i = 0; i < out.size(); i++)
    out[i] = int(known.count(int(i)));
}
int comparisons = 0;
struct Key {
  int value;
};
inline bool operator<(Key a, Key b) {
  ++comparisons;
  return a.value < b.value;
}
void comparesByOperator(const std::set<Key> &known, std::vector<int> &out) {
  // loomp: not-parallel -- std::less calls an operator that counts
  for (std::size_t i = 0; i < out.size(); i++)
    out[i] = int(known.count(Key{int(i)}));
}
enum class Color { Red, Green };
inline bool operator<(Color a, Color b) {
  ++comparisons;
  return int(a) < int(b);
}
void comparesEnumerators(const std::set<Color> &known, std::vector<int> &out) {
  // loomp: not-parallel -- the same for an enumeration
  for (std::size_t i = 0; i < out.size(); i++)
    out[i] = int(known.count(Color(i)));
}
void insertsKeys(std::vector<int> &out) {
  // loomp: not-parallel -- the same where the container belongs to the iteration
  for (std::size_t i = 0; i < out.size(); i++) {
    std::set<Key> own;
    own.insert(Key{int(i)});
    out[i] = int(own.size());
  }
}
// Containers of the iteration.
struct Tally {
  int count = 0;
  double sum = 0;
};
void histogramOfEach(const std::vector<std::string> &words, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < words.size(); i++) {
    std::unordered_map<char, Tally> own;
    // loomp: not-parallel -- one map
    for (char c : words[i])
      own[c].count++;
    int best = 0;
    // loomp: not-parallel -- follows links
    for (const auto &[c, tally] : own)
      if (tally.count > best)
        best = tally.count;
    out[i] = best;
  }
}
void distinctOfEach(const std::vector<std::string> &words, std::vector<std::size_t> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < words.size(); i++) {
    std::set<char> own;
    // loomp: not-parallel -- one set
    for (char c : words[i])
      own.insert(c);
    out[i] = own.size();
  }
}
void sharedByAll(const std::vector<std::string> &words, std::vector<std::size_t> &out) {
  std::set<char> all;
  // loomp: not-parallel -- one set for all words
  for (std::size_t i = 0; i < words.size(); i++) {
    // loomp: not-parallel -- one set
    for (char c : words[i])
      all.insert(c);
    out[i] = all.size();
  }
}
struct Noisy {
  Noisy() { ++comparisons; }
};
void insertsNoisy(std::vector<std::size_t> &out) {
  // loomp: not-parallel -- [] constructs an element, which counts
  for (std::size_t i = 0; i < out.size(); i++) {
    std::map<int, Noisy> own;
    own[int(i)];
    out[i] = own.size();
  }
}
void lists(std::vector<std::list<int>> &rows) {
  // loomp: parallel
  for (std::list<int> &row : rows)
    // loomp: not-parallel -- follows links
    for (auto it = row.begin(); it != row.end(); ++it)
      *it += 1;
}
