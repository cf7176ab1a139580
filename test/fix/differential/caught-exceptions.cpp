// Exceptions that end in the iteration that throws them.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra"
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

struct Error {
  int code;
};
struct Severe : Error {
  std::string text;
};

static int risky(int value) {
  if (value % 7 == 3)
    throw Severe{{value}, std::to_string(value)};
  if (value % 11 == 5)
    throw std::invalid_argument("eleven");
  return 3 * value;
}

static int guarded(int value) {
  try {
    return risky(value);
  } catch (const std::logic_error &error) {
    return -static_cast<int>(error.what()[0]);
  }
}

static void fill(std::vector<int> &a) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    try {
      a[i] = guarded(static_cast<int>(i));
    } catch (const Error &error) {
      a[i] = 10 * error.code;
    }
  }
}

static long sums(const std::vector<int> &a, int limit) {
  long sum = 0;
  for (int i = 0; i < 4000; ++i) {
    int part = 1;
    try {
      for (int j = 0; j < limit; ++j)
        part += risky(a[i] + j);
    } catch (const std::exception &) {
      part *= 2;
    } catch (...) {
    }
    sum += part;
  }
  return sum;
}

static int checked(const std::vector<int> &at, std::vector<int> &a, const std::vector<int> &b) {
  int failures = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    try {
      a[i] = b.at(at[i]);
    } catch (const std::out_of_range &) {
      ++failures;
    }
  }
  return failures;
}

int main() {
  std::vector<int> a(4000), at(4000), b(3000, 4);
  fill(a);
  for (int i = 0; i < 4000; ++i)
    at[i] = (i * 17) % 4000;
  for (int i = 0; i < 3000; ++i)
    b[i] = i * i % 1001;
  std::printf("%ld\n", sums(a, 5));
  std::printf("%d\n", checked(at, a, b));
  unsigned long hash = 0;
  for (int value : a)
    hash = hash * 31 + static_cast<unsigned>(value);
  std::printf("%lu\n", hash);
}
