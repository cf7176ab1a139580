// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Range-based loops over anything whose elements stand in one array, and over some that do not.
#include <array>
#include <deque>
#include <initializer_list>
#include <list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <valarray>
#include <vector>

void strings(std::string &text) {
  // loomp: parallel
  for (char &c : text)
    c = static_cast<char>(c ^ 32);
}
int views(std::string_view text) {
  int n = 0;
  // loomp: parallel reduction(+:n)
  for (char c : text)
    n += c == ' ';
  return n;
}
void spans(std::span<float> values) {
  // loomp: parallel
  for (float &x : values)
    x *= 2;
}
void deques(std::deque<float> &values) {
  // loomp: parallel
  for (auto &&x : values)
    x *= 2;
}
void valarrays(std::valarray<float> &values) {
  // loomp: parallel
  for (float &x : values)
    x *= 2;
}
int lists() {
  int sum = 0;
  // loomp: parallel reduction(+:sum)
  for (int x : {1, 2, 3})
    sum += x;
  return sum;
}
double pairs(const std::vector<std::pair<int, double>> &values) {
  double sum = 0;
  // loomp: parallel reduction(+:sum)
  for (const auto &[count, price] : values)
    sum += count * price;
  return sum;
}
void nested(std::array<std::array<int, 4>, 5> &cells) {
  // loomp: parallel
  for (auto &row : cells)
    // loomp: parallel
    for (int &cell : row)
      cell = 1;
}
struct Numbers {
  int *data;
  int count;
  int *begin() const { return data; }
  int *end() const { return data + count; }
};
void own(Numbers &numbers) {
  // loomp: parallel
  for (int &x : numbers)
    x += 1;
}
struct Chain {
  struct Step {
    Chain *at;
    Chain &operator*() const { return *at; }
    Step &operator++() {
      at = at->next;
      return *this;
    }
    bool operator!=(const Step &other) const { return at != other.at; }
  };
  Chain *next;
  int value;
  Step begin() { return {this}; }
  Step end() { return {nullptr}; }
};
void chained(Chain &chain) {
  // loomp: unknown unsupported-loop-form -- follows links
  for (Chain &each : chain)
    each.value = 1;
}
void sumsUp(std::string &text) {
  char last = 0;
  // loomp: serial carried-flow-dependence -- each character takes the one before
  for (char &c : text) {
    c = static_cast<char>(c + last);
    last = c;
  }
}
void bits(std::vector<bool> &flags) {
  // loomp: unknown unsupported-loop-form -- neighbours share their bytes
  for (auto &&flag : flags)
    flag = !flag;
}
void links(std::list<int> &values) {
  // loomp: unknown unsupported-loop-form -- follows links
  for (int &x : values)
    x += 1;
}
double trees(const std::map<int, double> &values) {
  double sum = 0;
  // loomp: unknown unsupported-loop-form -- walks a tree
  for (const auto &[count, price] : values)
    sum += count * price;
  return sum;
}
void pointees(const std::vector<int *> &values) {
  // loomp: parallel atomic(+:*p)
  for (int *p : values)
    *p += 1;
}
void counted(const std::vector<double> &in, std::vector<double> &out) {
  std::size_t k = 0;
  // loomp: parallel
  for (double x : in)
    out[k++] = x;
}
void countedSometimes(const std::vector<double> &in, std::vector<double> &out) {
  std::size_t k = 0;
  // loomp: unknown carried-flow-dependence -- depends on how many were kept
  for (double x : in)
    if (x > 0)
      out[k++] = x;
}
void shifted(std::vector<double> &values) {
  std::size_t k = 0;
  // loomp: serial carried-flow-dependence -- the element behind is read next
  for (double &x : values)
    if (++k < values.size())
      values[k] = x + 1;
}
void withInit(std::vector<double> &values, double a) {
  // loomp: parallel
  for (double twice = 2 * a; double &x : values)
    x *= twice;
}
void growing(std::vector<int> &values) {
  // loomp: serial carried-output-dependence|carried-anti-dependence|carried-flow-dependence -- the storage moves
  for (int x : values)
    values.push_back(x);
}
