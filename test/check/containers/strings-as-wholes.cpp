// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A string that is assigned changes its own size and characters, and no other container's.
#include <string>
#include <vector>
void format(const std::vector<int> &numbers, std::vector<std::string> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < numbers.size(); ++i)
    out[i] = std::to_string(numbers[i]);
}
void sizes(const std::string &pattern, std::vector<std::string> &out) {
  // loomp: not-parallel -- pattern may be out[0], with another size after the first iteration
  for (std::size_t i = 0; i < pattern.size(); ++i)
    out[i] = "x";
}
void characters(std::vector<char> &text, std::vector<std::string> &out) {
  // loomp: parallel -- a vector of characters is no string
  for (std::size_t i = 0; i < text.size(); ++i) {
    out[i] = "x";
    text[i] = 'y';
  }
}
struct Named : std::string {
  int number = 0;
};
void derived(const Named &pattern, std::vector<std::string> &out, std::string &other) {
  // loomp: not-parallel -- other may be a part of pattern, whose size counts
  for (std::size_t i = 0; i < pattern.size(); ++i)
    other = "x";
}
void rows(const std::vector<int> &row, std::vector<std::vector<int>> &out, std::size_t n) {
  // loomp: parallel assuming(no-alias) -- where row is none of the rows
  for (std::size_t i = 0; i < n; ++i)
    out[i].insert(out[i].end(), static_cast<int>(row.size()));
}
void views(std::vector<std::string> &names, const std::vector<int> &numbers, std::string &all) {
  const char *begin = all.data();
  // loomp: not-parallel -- all may be names[0]: begin leads nowhere after the first iteration
  for (std::size_t i = 0; i < numbers.size(); ++i)
    names[i] = std::to_string(numbers[i] + begin[i]);
}
