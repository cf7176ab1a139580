// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What `auto` parameters are is known where a generic lambda is called.
#include <vector>
struct None {
  static constexpr std::size_t value = 0;
};
struct One {
  static constexpr std::size_t value = 1;
};
double calls(std::vector<double> &values, std::vector<float> &others) {
  auto halve = [](auto &container) {
    // loomp: parallel -- for both containers
    for (auto &element : container)
      element *= 0.5f;
  };
  [[maybe_unused]] auto never = [](auto &container) {
    // loomp: unknown uninstantiated-template -- what *= means is not known
    for (auto &element : container)
      element *= 0.5;
  };
  auto chain = [&](auto first) {
    // loomp: not-parallel -- i reads what i-1 wrote
    for (std::size_t i = first; i < values.size(); ++i)
      values[i] += values[i - 1];
    auto inner = [&](auto scale) {
      // loomp: parallel
      for (std::size_t i = first; i < values.size(); ++i)
        values[i] *= scale;
    };
    inner(2.0);
  };
  auto shift = [](auto &container, auto distance) {
    // loomp: not-parallel -- by 0 elements it would be
    for (std::size_t i = 1; i < container.size(); ++i)
      container[i] = container[i - distance.value];
  };
  halve(values);
  halve(others);
  chain(std::size_t(1));
  shift(values, None());
  shift(values, One());
  return values[1];
}
