// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// A vector that each iteration empties, or gives new content, before it uses it otherwise.
#include <utility>
#include <vector>

// CHECK: #pragma omp parallel for private(w)
void cleared(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    w.clear();
    // loomp: serial carried-flow-dependence -- iteration j appends behind what j - 1 appended
    for (long j = 0; j < m; ++j)
      w.push_back(long(i + j));
    a[i] = long(w.size());
  }
}
void assigned(long *__restrict a, long n) {
  std::vector<long> w;
  w.push_back(3);
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    if (i % 7 == 3)
      continue;
    w = std::vector<long>(4, long(i));
    if (i > 5)
      w.push_back(long(i + 1));
    a[i] = w.back();
  }
}
void filled(long *__restrict a, long n) {
  std::vector<long> w(3, 7);
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    w.assign(3, long(i));
    w.push_back(long(i));
    a[i] = w.back();
  }
}
void used_first(long *__restrict a, long n) {
  std::vector<long> w(1, 5);
  // loomp: not-parallel -- iteration 1 reads the size that iteration 0 left
  for (long i = 0; i < n; i++) {
    a[i] = long(w.size());
    w.clear();
    w.push_back(long(i));
    w.push_back(long(i));
  }
}
void cleared_sometimes(long *__restrict a, const long *__restrict b, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- where b[1] is 0, iteration 1 appends to what iteration 0 left
  for (long i = 0; i < n; i++) {
    if (b[i] > 0)
      w.clear();
    w.push_back(long(i));
    a[i] = long(w.size());
  }
}
void from_itself(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- iteration 1 makes a vector that is one longer than that of iteration 0
  for (long i = 0; i < n; i++) {
    w = std::vector<long>(w.size() + 1, 2);
    a[i] = long(w.size());
  }
}
void size_from_itself(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- iteration 1 asks for the size that iteration 0 left
  for (long i = 0; i < n; i++) {
    w.assign(w.size() + 1, 2);
    a[i] = long(w.size());
  }
}
void by_another_name(long *__restrict a, long n) {
  std::vector<long> w;
  const std::vector<long> &same = w;
  // loomp: not-parallel -- 'same' is 'w': iteration 1 starts with what iteration 0 left
  for (long i = 0; i < n; i++) {
    w = std::vector<long>(same);
    w.push_back(long(i));
    a[i] = long(w.size());
  }
}
void capacity(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- iteration 1 finds the room that iteration 0 made
  for (long i = 0; i < n; i++) {
    w.clear();
    a[i] = long(w.capacity());
    // loomp: serial carried-flow-dependence -- iteration j appends behind what j - 1 appended
    for (long j = 0; j < i; ++j)
      w.push_back(long(j));
  }
}
long used_after(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: parallel lastprivate(w)
  for (long i = 0; i < n; i++) {
    w.clear();
    w.push_back(long(i));
    a[i] = w.back();
  }
  return long(w.size());
}
long used_after_some(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- the last iteration may leave before it empties the vector
  for (long i = 0; i < n; i++) {
    if (a[i] > 3)
      continue;
    w.clear();
    w.push_back(long(i));
    a[i] = w.back();
  }
  return long(w.size());
}
void used_in_the_next_round(long *__restrict a, long n, long rounds) {
  std::vector<long> w(3, 7);
  // loomp: not-parallel -- round 1 reads what round 0 left
  for (long r = 0; r < rounds; ++r) {
    a[r] += long(w.size());
    // loomp: parallel lastprivate(w)
    for (long i = 0; i < n; i++) {
      w.clear();
      w.resize(i);
      a[i + rounds] = long(w.size());
    }
  }
}
void given_away(std::vector<long> &kept, long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- iterations 0 and 1 both write 'kept'
  for (long i = 0; i < n; i++) {
    w.clear();
    w.push_back(long(i));
    a[i] = w.back();
    std::swap(w, kept);
  }
}
void *remembered;
void look();
void escaped(long *__restrict a, long n) {
  std::vector<long> w;
  remembered = &w;
  // loomp: parallel lastprivate(w) -- look() may ask for the size that the last iteration left
  for (long i = 0; i < n; i++) {
    w.clear();
    w.push_back(long(i));
    a[i] = w.back();
  }
  look();
}

int *points_to_private(int *__restrict a, int n) {
  std::vector<int *> w;
  int x = 0;
  // loomp: not-parallel -- the last thread's copy of 'x' is gone behind the loop
  for (int i = 0; i < n; i++) {
    x = i;
    w.clear();
    w.push_back(&x);
    a[i] = x;
  }
  return w.empty() ? nullptr : w[0];
}

void resized_to_none(long *__restrict a, long n, long m) {
  std::vector<long> w(3, 7);
  // loomp: parallel private(w)
  for (long r = 0; r < m; ++r) {
    // loomp: parallel private(w)
    for (long i = 0; i < n; i++) {
      w.resize(0);
      a[r * n + i] = w.empty() ? i : w.back();
      w.push_back(i);
    }
  }
}
void resized_to_some(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- iteration 1 reads the element that iteration 0 left
  for (long i = 0; i < n; i++) {
    w.resize(1);
    a[i] = w[0];
    w[0] = i;
  }
}
void in_inner_loops(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    long t = 0;
    // loomp: parallel reduction(+:t) private(w)
    for (long j = 0; j < m; j++) {
      if (j % 3 == 1)
        continue;
      w.clear();
      w.push_back(i + j);
      t += w.back();
    }
    a[i] = t;
  }
}
void in_inner_loop_and_behind(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: not-parallel -- without j, iteration 1 asks for the size that iteration 0 left
  for (long i = 0; i < n; i++) {
    // loomp: parallel lastprivate(w)
    for (long j = 0; j < m; j++) {
      w.clear();
      w.push_back(i + j);
    }
    a[i] = long(w.size());
    w.push_back(i);
  }
}
void in_both_branches(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    if (a[i] > 3) {
      w.clear();
    } else {
      w.assign(2, i);
    }
    w.push_back(i);
    a[i] = long(w.size());
  }
}
void in_one_branch(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- where a[1] is 0, iteration 1 appends to what iteration 0 left
  for (long i = 0; i < n; i++) {
    if (a[i] > 3)
      w.clear();
    else
      a[i] = 5;
    w.push_back(i);
    a[i] = long(w.size());
  }
}
long left_by_inner_loop(long *__restrict a, long n, long m) {
  std::vector<long> w(3, 7);
  // loomp: not-parallel -- the last iteration may leave what one before it left
  for (long i = 0; i < n; i++) {
    // loomp: parallel lastprivate(w)
    for (long j = 0; j < m - i; j++) {
      w.clear();
      w.push_back(i + j);
      a[i * m + j] = w.back();
    }
  }
  return w.back();
}
void given_its_size(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    w.resize(m);
    // loomp: parallel
    for (long j = 0; j < m; j++)
      w[j] = i * j;
    long t = 0;
    // loomp: parallel reduction(+:t)
    for (long j = 0; j < m; j++)
      t += w[j] * w[j];
    a[i] = t + long(w.size());
  }
}
void given_another_size(long *__restrict a, long n) {
  std::vector<long> w(5, 1);
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    w.resize(i % 7 + 1, 3);
    // loomp: parallel
    for (long j = 0; j < i % 7 + 1; j++)
      w[j] = i * j;
    a[i] = w[0] + w[i % 7];
  }
}
void filled_in_part(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: not-parallel -- iteration 1 reads the last element, which iteration 0 wrote
  for (long i = 0; i < n; i++) {
    w.resize(m + 1);
    // loomp: parallel
    for (long j = 0; j < m; j++)
      w[j] = i * j;
    a[i] = w[m];
    w[m] = i;
  }
}
void filled_before(long *__restrict a, long n, long m) {
  std::vector<long> w(m);
  // loomp: not-parallel -- iteration 1 reads the size that iteration 0 left
  for (long i = 0; i < n; i++) {
    // loomp: parallel
    for (long j = 0; j < m; j++)
      w[j] = i * j;
    a[i] = long(w.size());
    w.resize(m + i);
  }
}
void moved_within(long *__restrict a, long n, long m) {
  std::vector<long> w;
  // loomp: not-parallel -- the element that moves to the front is one that iteration 0 left
  for (long i = 0; i < n; i++) {
    w.resize(m + 2);
    // loomp: parallel
    for (long j = 0; j < m; j++)
      w[j] = i * j;
    w.erase(w.begin(), w.begin() + m);
    a[i] = w[0];
    w[0] = i;
  }
}
void grown_behind(long *__restrict a, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- not handled: the size changes once more
  for (long i = 0; i < n; i++) {
    w.resize(1);
    w[0] = i;
    w.push_back(i);
    a[i] = w[0] + w[1];
  }
}
long sized_and_read_after(long *__restrict a, long n) {
  std::vector<long> w(9, 4);
  // loomp: not-parallel -- the elements are read behind the loop
  for (long i = 0; i < n; i++) {
    w.resize(2);
    w[0] = i;
    w[1] = i + 1;
    a[i] = w[0] * w[1];
  }
  return w[0];
}
long never_filled(long *__restrict a, const long *__restrict b, long n) {
  std::vector<long> w;
  // loomp: parallel private(w)
  for (long i = 0; i < n; i++) {
    if (b[i] > 3)
      w.clear();
    long t = w.empty() ? 5 : w.back();
    // loomp: not-parallel -- t takes up what the iteration before made of it
    for (std::size_t j = 0; j < w.size(); j++)
      t = t * 2 % 50 + w[j];
    a[i] = t;
  }
  return long(w.size());
}
void filled_before(long *__restrict a, const long *__restrict b, long n) {
  std::vector<long> w;
  w.push_back(4);
  // loomp: not-parallel -- where b[0] is 9 and b[1] is 0, iteration 1 finds it empty
  for (long i = 0; i < n; i++) {
    if (b[i] > 3)
      w.clear();
    a[i] = w.empty() ? 5 : w.back();
  }
}
void filled_by_another(long *__restrict a, const long *__restrict b, long n) {
  std::vector<long> w;
  std::vector<long> &same = w;
  same.resize(2);
  // loomp: not-parallel -- where b[0] is 9 and b[1] is 0, iteration 1 finds it empty
  for (long i = 0; i < n; i++) {
    if (b[i] > 3)
      w.clear();
    a[i] = w.empty() ? 5 : w.back();
  }
}
void filled_in_another_round(long *__restrict a, const long *__restrict b, long n) {
  std::vector<long> w;
  // loomp: not-parallel -- round r finds the element that r - 1 appended
  for (long r = 0; r < 3; r++) {
    // loomp: not-parallel -- where b[0] is 9 and b[1] is 0, iteration 1 finds it empty
    for (long i = 0; i < n; i++) {
      if (b[i] > 3)
        w.clear();
      a[i] = w.empty() ? 5 : w.back();
    }
    w.push_back(r);
  }
}
void filled_by_caller(long *__restrict a, const long *__restrict b, long n,
                      std::vector<long> w = {}) {
  // loomp: not-parallel -- where b[0] is 9 and b[1] is 0, iteration 1 finds it empty
  for (long i = 0; i < n; i++) {
    if (b[i] > 3)
      w.clear();
    a[i] = w.empty() ? 5 : w.back();
  }
}
