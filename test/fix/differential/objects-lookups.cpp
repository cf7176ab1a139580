// RUN: %differential %s
// Searches in maps and sets, and maps that live for one iteration.
#include <cstdio>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>
struct Tally {
  int count = 0;
  double sum = 0;
};
static int compared = 0;
struct Counting {
  bool operator()(int a, int b) const {
    compared++;
    return a < b;
  }
};
int main() {
  const int n = 4000;
  std::map<int, double> price;
  std::unordered_map<std::string, int> ranks;
  std::map<int, int, Counting> odd;
  std::vector<std::string> words;
  for (int i = 0; i < n; i++) {
    words.push_back("w" + std::to_string(i * 7 % 100));
    if (i % 3)
      price[i] = i * 0.25;
  }
  for (int i = 0; i < 50; i++) {
    ranks["w" + std::to_string(i)] = i;
    odd[2 * i + 1] = i;
  }
  std::vector<double> found(n), checked(n), below(n);
  std::vector<int> rank(n), kinds(n), seen(n);
  for (int i = 0; i < n; i++)
    if (auto it = price.find(i); it != price.end())
      found[i] = it->second;
  for (int i = 0; i < n; i++)
    try {
      checked[i] = price.at(i);
    } catch (const std::out_of_range &) {
      checked[i] = -1;
    }
  for (int i = 0; i < n; i++) {
    auto it = price.lower_bound(i);
    if (it != price.begin())
      --it;
    below[i] = it->second;
  }
  int known = 0;
  for (int i = 0; i < n; i++)
    if (ranks.count(words[i])) {
      known++;
      rank[i] = ranks.find(words[i])->second;
    }
  for (int i = 0; i < n; i++) {
    std::map<char, Tally> own;
    for (char c : words[i])
      own[c].count++;
    for (const auto &[c, tally] : own)
      kinds[i] = 10 * kinds[i] + tally.count;
    std::set<int> digits;
    for (int x = i; x > 0; x /= 10)
      digits.insert(x % 10);
    kinds[i] += 1000 * static_cast<int>(digits.size());
  }
  for (int i = 0; i < n; i++)
    seen[i] = static_cast<int>(odd.count(i % 100));
  std::unordered_map<int, long> sums;
  for (int k = 0; k < 10; k++)
    sums[k] = 0;
  for (int i = 0; i < n; i++)
    if (auto it = sums.find(i % 20); it != sums.end())
      it->second += i;
  std::map<int, int> last;
  for (int i = 0; i < n; i++)
    last[i % 7] = i;
  double all = 0;
  for (int i = 0; i < n; i++)
    all += found[i] + 2 * checked[i] + 3 * below[i] + 4 * rank[i] + 5 * kinds[i] + 6 * seen[i];
  std::printf("%.6f %d %d %ld %ld %d\n", all, known, compared, sums[3], sums[9], last[3]);
}
