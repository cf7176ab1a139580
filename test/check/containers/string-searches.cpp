// Searches read the text, and nothing else.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <string>
#include <string_view>
#include <vector>
void found(const std::vector<std::string> &names, const std::string &part, std::vector<int> &out) {
  // loomp: parallel
  for (std::size_t i = 0; i < names.size(); ++i)
    out[i] = names[i].starts_with("ab") + (names[i].find(part) != std::string::npos);
}
void viewed(const std::vector<std::string> &names, std::string_view part, std::vector<int> &out) {
  // loomp: not-parallel -- 'part' may show the bytes of 'out'
  for (std::size_t i = 0; i < names.size(); ++i)
    out[i] = names[i].find(part) != std::string::npos;
}
int counted(const std::vector<std::string> &names, std::string_view part) {
  int count = 0;
  // loomp: parallel reduction(+:count)
  for (std::size_t i = 0; i < names.size(); ++i)
    count += names[i].find(part) != std::string::npos;
  return count;
}
void foundBefore(std::vector<std::string> &names) {
  // loomp: not-parallel -- i=1 reads names[0], which i=0 wrote
  for (std::size_t i = 1; i < names.size(); ++i)
    if (names[i - 1].find('a') == 0)
      names[i][0] = 'a';
}
void foundInWritten(std::string &text, std::vector<int> &out) {
  // loomp: not-parallel -- find reads what the iterations write
  for (std::size_t i = 0; i < text.size(); ++i) {
    out[i] = text.find('x');
    text[i] = 'y';
  }
}
