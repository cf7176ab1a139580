//===- harness.cpp - runs generated kernels and compares their check sums -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Linked with one generated file of kernels. Without arguments every kernel runs on every input,
// one line of check sums each:
//
//   kernel input hash sum scale floatSum floatScale
//
// With `--expect=FILE` (such lines), the kernels run for each number of threads and each schedule
// instead, and what differs is printed, once per kernel and setting:
//
//   differ KERNEL input=3 threads=8 schedule=dynamic
//
// A kernel that crashes or does not end prints `crash KERNEL input=3 signal=11` and ends the run
// with status 3. The oracle's build prints one line of JSON per run instead of the check sums.
//
// Options: --expect=FILE --threads=1,2,8 --schedules=static,dynamic --orders=0,1,2 (of the
// deterministic runtime) --skip=NUMBER,... (kernels) --only=NUMBER --input=NUMBER --inputs=COUNT
// (more than Arena::Inputs: further random sizes) --first=INPUT
//
// The oracle's build and that with FUZZ_CHECKED run each kernel in a process of its own, so that
// one that crashes on a further input goes on with the next. The latter says which kernels have
// defined behaviour on which further inputs:
//
//   defined KERNEL INPUT
//
//===----------------------------------------------------------------------===//

#include "harness.h"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#if defined(FUZZ_CHECKED)
#include <sanitizer/asan_interface.h>
#endif
#ifdef _OPENMP
#include <omp.h>
// Absent with a real OpenMP runtime.
extern "C" void fuzz_team_order(unsigned seed) __attribute__((weak));
#endif

using namespace fuzz;

/// Of the processor, since the machine may be busy with other things.
static constexpr long SecondsPerRun = 10, SecondsPerFurtherRun = 1;
static volatile long CurrentKernel = -1;
static volatile int CurrentInput = -1;

static int runSerially(const struct Options &options);
static int compare(const struct Options &options);

//===----------------------------------------------------------------------===//
// Command line
//===----------------------------------------------------------------------===//

struct Options {
  std::string expected;
  std::vector<long> threads = {1}, orders = {0};
  std::vector<std::string> schedules = {"static"};
  std::set<long> skip;
  long onlyKernel = -1;
  int onlyInput = -1, inputs = Arena::Inputs, first = 0;

  bool wants(long kernel, int input) const {
    return !skip.count(kernel) && (onlyKernel < 0 || onlyKernel == kernel) &&
           (onlyInput < 0 || onlyInput == input);
  }
};

static std::vector<std::string> split(const std::string &text) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

static std::vector<long> numbers(const std::string &text) {
  std::vector<long> result;
  for (const std::string &part : split(text))
    result.push_back(std::atol(part.c_str()));
  return result;
}

static bool parse(int argc, char **argv, Options &options) {
  for (int j = 1; j < argc; ++j) {
    std::string argument = argv[j];
    size_t equals = argument.find('=');
    if (equals == std::string::npos)
      return false;
    std::string name = argument.substr(0, equals), value = argument.substr(equals + 1);
    if (name == "--expect")
      options.expected = value;
    else if (name == "--threads")
      options.threads = numbers(value);
    else if (name == "--orders")
      options.orders = numbers(value);
    else if (name == "--schedules")
      options.schedules = split(value);
    else if (name == "--only")
      options.onlyKernel = std::atol(value.c_str());
    else if (name == "--input")
      options.onlyInput = std::atoi(value.c_str());
    else if (name == "--inputs")
      options.inputs = std::atoi(value.c_str());
    else if (name == "--first")
      options.first = std::atoi(value.c_str());
    else if (name == "--skip")
      for (long kernel : numbers(value))
        options.skip.insert(kernel);
    else
      return false;
  }
  return true;
}

/// Status of a process that ended on a further input: what it did there does not count. And of one
/// that took too long for it.
static constexpr int Beyond = 4, TooLong = 5;

extern "C" void reportCrash(int signal) {
#if defined(FUZZ_ORACLE) || defined(FUZZ_CHECKED)
  if (CurrentInput >= Arena::Inputs)
    _exit(signal == SIGPROF || signal == SIGALRM ? TooLong : Beyond);
#endif
  char line[80];
  int length = std::snprintf(line, sizeof line, "\ncrash %ld input=%d signal=%d\n", CurrentKernel,
                             CurrentInput, signal);
  (void)!write(STDOUT_FILENO, line, size_t(length));
  _exit(3);
}

#ifdef FUZZ_CHECKED
extern "C" void __asan_on_error() { _exit(Beyond); }
#endif

static void catchCrashes() {
  static char stack[1 << 16]; // a kernel may have used up its own
  stack_t alternate = {};
  alternate.ss_sp = stack;
  alternate.ss_size = sizeof stack;
  sigaltstack(&alternate, nullptr);
  struct sigaction action = {};
  action.sa_handler = reportCrash;
  action.sa_flags = SA_ONSTACK;
  for (int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM, SIGPROF})
    sigaction(signal, &action, nullptr);
}

int main(int argc, char **argv) {
  Options options;
  if (!parse(argc, argv, options)) {
    std::fprintf(stderr, "usage: see harness.cpp\n");
    return 2;
  }
#if !defined(FUZZ_SANITIZED) || defined(FUZZ_CHECKED)
  catchCrashes();
#endif
  return options.expected.empty() ? runSerially(options) : compare(options);
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

static void run(Arena &arena, const Kernel &kernel, int input) {
  CurrentKernel = kernel.number;
  CurrentInput = input;
  long seconds = input < Arena::Inputs ? SecondsPerRun : SecondsPerFurtherRun;
  itimerval limit = {{0, 0}, {seconds, 0}};
  setitimer(ITIMER_PROF, &limit, nullptr);
  alarm(unsigned(6 * seconds)); // threads that wait for each other use no processor
  arena.fill(kernel.seed, input, kernel.apart);
#ifdef FUZZ_ORACLE
  arena.registerArrays();
#endif
  try {
    kernel.call(arena);
  } catch (...) { // `at` with a size beyond what the kernel was made for
    if (input < Arena::Inputs)
      throw;
  }
#ifdef FUZZ_ORACLE
  oracle::printRun(int(kernel.number), input);
#endif
}

#if defined(FUZZ_ORACLE) || defined(FUZZ_CHECKED)
/// Inputs that a kernel may fail on before the rest of them are left out; one that takes too long
/// counts as many.
static constexpr int MostFailures = 200, LongFailure = 20;

/// Each kernel in processes of its own: after one that ended on a further input the next goes on.
static int runSerially(const Options &options) {
  auto arena = std::make_unique<Arena>();
  for (int input = 0; input < options.inputs; ++input)
    arena->fill(0, input); // what all processes share
  auto *reached = static_cast<volatile int *>(
      mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  for (int j = 0; j < kernelCount; ++j) {
    int first = options.first;
    for (int failures = 0; first < options.inputs && failures < MostFailures; ++failures) {
      std::fflush(stdout);
      pid_t child = fork();
      if (child == 0) {
        for (int input = first; input < options.inputs; ++input) {
          *reached = input;
          if (!options.wants(kernels[j].number, input))
            continue;
          run(*arena, kernels[j], input);
#ifdef FUZZ_CHECKED
          std::printf("defined %ld %d\n", kernels[j].number, input);
          std::fflush(stdout);
#endif
        }
        std::fflush(stdout);
        _exit(0);
      }
      int status = 0;
      if (child < 0 || waitpid(child, &status, 0) < 0)
        return 2;
      if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        break;
      if (WIFEXITED(status) && WEXITSTATUS(status) == TooLong)
        failures += LongFailure;
      if (*reached < Arena::Inputs)
        return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
      first = *reached + 1;
    }
  }
  return 0;
}
#else
static int runSerially(const Options &options) {
  auto arena = std::make_unique<Arena>();
  for (int j = 0; j < kernelCount; ++j) {
    for (int input = 0; input < options.inputs; ++input) {
      if (!options.wants(kernels[j].number, input))
        continue;
      run(*arena, kernels[j], input);
      Arena::CheckSums sums = arena->checkSums();
      std::printf("%ld %d %016llx %.17g %.17g %.17g %.17g\n", kernels[j].number, input,
                  static_cast<unsigned long long>(sums.hash), sums.sum, sums.scale, sums.floatSum,
                  sums.floatScale);
    }
  }
  return 0;
}
#endif

using Expected = std::map<std::pair<long, int>, Arena::CheckSums>;

static Expected readExpected(const std::string &name) {
  Expected expected;
  std::FILE *file = std::fopen(name.c_str(), "r");
  if (!file) {
    std::fprintf(stderr, "cannot read '%s'\n", name.c_str());
    std::exit(2);
  }
  long kernel;
  int input;
  unsigned long long hash;
  Arena::CheckSums sums;
  while (std::fscanf(file, "%ld %d %llx %lf %lf %lf %lf", &kernel, &input, &hash, &sums.sum,
                     &sums.scale, &sums.floatSum, &sums.floatScale) == 7) {
    sums.hash = hash;
    expected[{kernel, input}] = sums;
  }
  std::fclose(file);
  return expected;
}

static bool close(double a, double b, double tolerance) {
  if (std::isnan(a) || std::isnan(b))
    return std::isnan(a) && std::isnan(b);
  return a == b || std::fabs(a - b) <= tolerance;
}

static bool agree(const Arena::CheckSums &a, const Arena::CheckSums &b) {
  return a.hash == b.hash && close(a.sum, b.sum, 1e-8 * (1 + a.scale)) &&
         close(a.floatSum, b.floatSum, 1e-6 * (1 + a.floatScale));
}

/// How one run of all kernels goes.
struct Setting {
  long threads;
  std::string schedule;
  long order;
};

static bool differs(const Options &options, const Setting &setting, const Expected &expected) {
  auto arena = std::make_unique<Arena>();
  std::set<long> different;
#ifdef _OPENMP
  bool dynamic = setting.schedule == "dynamic";
  omp_set_num_threads(int(setting.threads));
  omp_set_schedule(dynamic ? omp_sched_dynamic : omp_sched_static, dynamic ? 1 : 0);
#endif
  for (int j = 0; j < kernelCount; ++j) {
    for (int input = 0; input < Arena::Inputs; ++input) {
      long number = kernels[j].number;
      if (!options.wants(number, input) || different.count(number))
        continue;
#ifdef _OPENMP
      if (fuzz_team_order) // again for each run, so that a kernel alone repeats
        fuzz_team_order(unsigned(setting.order));
#endif
      run(*arena, kernels[j], input);
      auto wanted = expected.find({number, input});
      if (wanted != expected.end() && agree(wanted->second, arena->checkSums()))
        continue;
      different.insert(number);
      std::printf("differ %ld input=%d threads=%ld schedule=%s order=%ld\n", number, input,
                  setting.threads, setting.schedule.c_str(), setting.order);
    }
  }
  return !different.empty();
}

/// Each setting has a process of its own: static variables of the kernels begin afresh in each.
static int compare(const Options &options) {
  Expected expected = readExpected(options.expected);
  std::vector<Setting> settings;
  for (long threads : options.threads)
    for (const std::string &schedule : options.schedules)
      for (long order : options.orders)
        settings.push_back({threads, schedule, order});

  int result = 0;
  for (const Setting &setting : settings) {
    std::fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
      bool different = differs(options, setting, expected);
      std::fflush(stdout);
      _exit(different ? 1 : 0);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) < 0)
      return 2;
    if (!WIFEXITED(status))
      return 2;
    result = std::max(result, WEXITSTATUS(status));
    if (result > 1)
      break;
  }
  return result;
}

//===----------------------------------------------------------------------===//
// The arena
//===----------------------------------------------------------------------===//

namespace {
/// Marsaglia's xorshift64*: the same numbers with every compiler and library.
struct Generator {
  std::uint64_t state;
  explicit Generator(std::uint64_t seed) : state(seed * 0x9E3779B97F4A7C15u + 0x1234567u) {
    next();
    next();
  }
  std::uint64_t next() {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return (state * 0x2545F4914F6CDD1Du) >> 11;
  }
  long between(long low, long high) { return low + long(next() % std::uint64_t(high - low + 1)); }
};
} // namespace

/// 64 values in [0, 32) per order, random ones from `least` on; only the first 32 of an injective
/// order are distinct.
static void fillIndices(int *indices, Generator &random, int least) {
  int *values = indices + 64 * Random;
  for (int j = 0; j < 64; ++j)
    values[j] = int(random.between(least, 31));
  values = indices + 64 * Identity;
  for (int j = 0; j < 64; ++j)
    values[j] = j % 32;
  values = indices + 64 * Permutation;
  for (int j = 0; j < 64; ++j)
    values[j] = j % 32;
  for (int j = 31; j > 0; --j)
    std::swap(values[j], values[random.between(0, j)]);
  values = indices + 64 * Increasing;
  for (int j = 0, value = 0; j < 64; ++j)
    values[j] = value = std::min(31, value + (j < 16 ? int(random.between(1, 2)) : 1));
  values = indices + 64 * NonDecreasing;
  for (int j = 0, value = 0; j < 64; ++j)
    values[j] = value = std::min(31, value + int(random.between(0, 1)));
}

/// How the numbers in arrays are chosen. A condition on data may hold for one of these only.
enum class Contents { Spread, Signs, Equal, Rising, Falling, Rare, Wide, Digits };
static constexpr int ContentKinds = 8;

/// An element, within `limit` on either side unless the numbers are wide.
static long element(Contents contents, long position, long limit, long same, Generator &random) {
  switch (contents) {
  case Contents::Spread:
    return random.between(-limit, limit);
  case Contents::Signs:
    return random.between(-1, 1);
  case Contents::Equal:
    return same;
  case Contents::Rising:
    return position % 64 - 32;
  case Contents::Falling:
    return 32 - position % 64;
  case Contents::Rare:
    return random.between(0, 7) == 0 ? random.between(-limit, limit) : 0;
  case Contents::Wide:
    return random.between(-limit * 0x1000, limit * 0x1000);
  case Contents::Digits:
    return random.between(0, 9);
  }
  return 0;
}

/// Where the arrays of one type begin. Overlapping ones come in pairs: the same, or shifted.
static void placeArrays(long (&start)[Arena::Arrays], bool overlap, Generator &random) {
  for (int j = 0; j < Arena::Arrays; ++j)
    start[j] = j * Arena::Length + Arena::Before;
  if (!overlap)
    return;
  long shift = random.between(-5, 5);
  if (random.between(0, 2) == 0)
    shift = 0;
  start[1] = start[0] + shift;
  if (random.between(0, 1))
    start[3] = start[2] + random.between(0, 2);
  else
    start[2] = start[0] + random.between(-2, 2);
}

void Arena::fill(long kernel, int input, bool apart) {
  // The contents depend on the input only, so that they are made once: the sizes and what overlaps
  // depend on the kernel too.
  constexpr int Images = 64; // only the oracle runs more than the first inputs
  static std::unique_ptr<Arena> images[2 * Images];
  int seed = input < WideInputs ? input : Images + input % Images;
  if (!images[seed]) {
    images[seed] = std::make_unique<Arena>();
    images[seed]->fillNumbers(seed, seed < Images ? 0 : seed / Inputs % ContentKinds);
  }
  poison(false);
  *this = *images[seed];
  IndexBegin = Indices;

  Generator random(std::uint64_t(kernel) * 8 + std::uint64_t(input) + 1000);
  bool overlap = input % Inputs == 3 || input % Inputs == 4 || input % Inputs == 7;
  for (auto &start : Start)
    placeArrays(start, overlap, random);
  n = random.between(2, 9);
  m = random.between(2, 8);
  k = random.between(1, 6);
  step = random.between(1, 3);
  shift = random.between(-3, 3);
  c = int(random.between(-9, 9));
  x = double(random.between(-8, 8)) / 4;
  runs = input;
  // A witness may leave values up to 8 unsaid; only the oracle runs these inputs.
  if (input >= Inputs) {
    k = random.between(1, 8);
    shift = random.between(-8, 8);
    Rotation = input % IndexOrders;
    IsOdd = input % 3 == 0;
    if (IsOdd && !apart)
      for (auto &start : Start)
        start[3] = start[0] + random.between(-5, 5);
  }
  if (input == 1) {
    n = 0;
    m = random.between(0, 3);
    k = random.between(0, 2);
  } else if (input == 2) {
    n = m = k = 1;
  } else if (input == 0 || input == 3) { // all long enough to show a dependence
    n = random.between(7, 9);
    m = random.between(6, 8);
    k = random.between(5, 6);
    step = input == 0 ? 1 : step;
  }
  if (input >= WideInputs)
    chooseWide(kernel, input, apart);
  poison(true);
}

/// `kind`: a value of Contents.
void Arena::fillNumbers(int seed, int kind) {
  Generator random(std::uint64_t(seed) + 1);
  auto next = [&](long position, long limit) {
    return element(static_cast<Contents>(kind), position, limit, seed % 7 - 2, random);
  };
  for (long j = 0; j < Total; ++j) {
    Doubles[j] = double(next(j, 32)) / 4;
    Floats[j] = float(next(j, 32)) / 4;
    Longs[j] = next(j, 100);
    Ints[j] = int(next(j, 100));
    Unsigneds[j] = unsigned(std::labs(next(j, 100)));
    Shorts[j] = short(next(j, 100));
    Bytes[j] = static_cast<signed char>(next(j, 100));
  }
  fillIndices(Indices, random, kind % 2 ? -8 : 0);
}

/// One size is large, or several are 0 or 1, and an index array may lie in an array of numbers.
void Arena::chooseWide(long kernel, int input, bool apart) {
  Generator random(std::uint64_t(kernel) * 512 + std::uint64_t(input) + 77);
  long *sizes[] = {&n, &m, &k};
  for (long *size : sizes)
    *size = random.between(0, 3) == 0 ? random.between(0, 1) : random.between(2, 12);
  long *large = sizes[random.between(0, 3) % 3];
  *large = random.between(0, 15) == 0 ? random.between(100, 300) : random.between(10, 40);
  if (input >= 360 && input % 2)
    *sizes[random.between(0, 2)] = random.between(random.between(0, 1) ? -12 : -4, -1);
  shift = random.between(-12, 12);
  step = random.between(1, 5);
  c = int(random.between(-40, 40));
  if (apart || input % 2)
    return;
  // What reads `const int` may find what was written as `unsigned`.
  int *place = input % 4 ? i(int(random.between(0, 1)))
                         : reinterpret_cast<int *>(u(int(random.between(0, 1))));
  place += random.between(-3, 9);
  std::memcpy(place, Indices, sizeof Indices);
  IndexBegin = place;
}

void Arena::poison([[maybe_unused]] bool isPoisoned) {
#ifdef FUZZ_CHECKED
  for (char *gap : {Gap0, Gap1, Gap2, Gap3, Gap4, Gap5, Gap6, Gap7})
    if (isPoisoned)
      ASAN_POISON_MEMORY_REGION(gap, Gap);
    else
      ASAN_UNPOISON_MEMORY_REGION(gap, Gap);
#endif
}

void Arena::registerArrays() const {
#ifdef FUZZ_ORACLE
  oracle::startRun();
  oracle::registerArray(Doubles, sizeof Doubles, "double[]");
  oracle::registerArray(Floats, sizeof Floats, "float[]");
  oracle::registerArray(Longs, sizeof Longs, "long[]");
  oracle::registerArray(Ints, sizeof Ints, "int[]");
  oracle::registerArray(Unsigneds, sizeof Unsigneds, "unsigned[]");
  oracle::registerArray(Shorts, sizeof Shorts, "short[]");
  oracle::registerArray(Bytes, sizeof Bytes, "char[]");
#endif
}

static void mix(std::uint64_t &hash, long value) {
  hash = (hash ^ std::uint64_t(value)) * 0x9E3779B97F4A7C15u;
  hash ^= hash >> 29;
}

static double weight(long position) { return 1 + double(position * 37 % 64) / 64; }

void Arena::keep(long value) { mix(Kept.hash, value); }
void Arena::keep(double value) {
  Kept.sum += weight(++KeptCount) * value;
  Kept.scale += 200 * std::fabs(value); // it may be the result of a reduction in `float`
}
void Arena::keep(float value) {
  Kept.floatSum += weight(++KeptCount) * double(value);
  Kept.floatScale += std::fabs(double(value));
}

Arena::CheckSums Arena::checkSums() const {
  CheckSums sums = Kept;
  for (long j = 0; j < Total; ++j) {
    sums.sum += weight(j) * Doubles[j];
    sums.scale += std::fabs(Doubles[j]);
    sums.floatSum += weight(j) * double(Floats[j]);
    sums.floatScale += std::fabs(double(Floats[j]));
    mix(sums.hash, Longs[j]);
    mix(sums.hash, long(Ints[j]) << 32 ^ long(Unsigneds[j]));
    mix(sums.hash, long(Shorts[j]) << 8 ^ long(Bytes[j]));
  }
  return sums;
}
