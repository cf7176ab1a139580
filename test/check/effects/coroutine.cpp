// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <coroutine>
struct Generator {
  struct promise_type {
    int value;
    Generator get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int v) {
      value = v;
      return {};
    }
    void return_void() {}
    void unhandled_exception() {}
  };
};
Generator f(int n) {
  // loomp: not-parallel -- the coroutine stops in every iteration
  for (int i = 0; i < n; i++)
    co_yield i;
}
