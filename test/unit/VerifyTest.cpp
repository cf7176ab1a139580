//===- VerifyTest.cpp - unit tests of verification ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Silent when everything holds.
//
//===----------------------------------------------------------------------===//

#include "test/unit/Checks.h"
#include "tool/verify/Build.h"
#include "tool/verify/CompareOutput.h"
#include "tool/verify/CopyTree.h"
#include "tool/verify/MinimalFailure.h"
#include "tool/verify/PairedTimes.h"
#include "tool/verify/Process.h"
#include "tool/verify/Race.h"
#include "tool/verify/SourceMirror.h"
#include "tool/verify/VerifyReport.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;
using namespace loomp;

static bool same(StringRef expected, StringRef actual, double tolerance = 1e-9) {
  return !compareOutput(expected, actual, {tolerance, true});
}

static void testNumbers(Checks &checks) {
  EXPECT(same("", ""));
  EXPECT(same("3.14159265358979", "3.14159265358980"));
  EXPECT(!same("3.14159265", "3.14159275"));
  EXPECT(same("3.14159265", "3.14159275", 1e-6));
  EXPECT(same("pi=3.14159265358979, ok", "pi=3.14159265358980, ok"));
  EXPECT(!same("pi=3.14, ok", "pi=3.15, ok"));
  EXPECT(same("1e-3", "0.001"));
  EXPECT(same("1e-3", "1.0E-03"));
  EXPECT(!same("1e-3", "1e-4"));
  EXPECT(!same("1e-3", "1e-30"));
  EXPECT(same("0.001", "1e-3,") == false);
  EXPECT(same(".5", "0.5"));
  EXPECT(same("+0.5", "0.5"));
  EXPECT(!same("-0.5", "0.5"));
  EXPECT(same("-0.0", "0.0"));
  EXPECT(same("(1.0,2.0)", "(1.0000000000001,2.0)"));
  EXPECT(!same("(1.0,2.0)", "(1.0;2.0)"));
  EXPECT(!same("1.5", "1.5x"));
  EXPECT(!same("1.5ms", "1.5s"));
  // Nothing is small beside zero.
  EXPECT(!same("0.0", "1e-300"));
  EXPECT(!same("1e-17", "2e-17"));
  // Values beyond a double are compared as text.
  EXPECT(same("1e999", "1e999"));
  EXPECT(!same("1e999", "1e998"));
}

static void testIntegers(Checks &checks) {
  EXPECT(same("42", "42"));
  EXPECT(!same("9999999999", "10000000000"));
  EXPECT(!same("12345678901234567", "12345678901234568"));
  EXPECT(!same("-7", "7"));
  EXPECT(same("+7", "7"));
  // A loose tolerance is meant for counts as well.
  EXPECT(!compareOutput("1000 hits", "1001 hits", {1e-2, false}));
  EXPECT(compareOutput("1000 hits", "1100 hits", {1e-2, false}).has_value());
  // An integer on one side only is a rounded value.
  EXPECT(same("2", "2.0000000000001"));
}

static void testNotFinite(Checks &checks) {
  EXPECT(same("inf", "inf"));
  EXPECT(same("inf", "Infinity"));
  EXPECT(!same("inf", "-inf"));
  EXPECT(!same("inf", "1e300"));
  EXPECT(same("nan", "-nan"));
  EXPECT(same("x=-nan;", "x=nan;"));
  EXPECT(!same("nan", "0"));
  EXPECT(!same("nan", "inf"));
  // Words that only begin or end like one.
  EXPECT(!same("info", "nano"));
  EXPECT(!same("inf", "info"));
  EXPECT(!same("banan", "ba-nan"));
}

static void testText(Checks &checks) {
  EXPECT(same("a b", "a b"));
  EXPECT(!same("a b", "a  b"));
  EXPECT(!same("abc", "abd"));
  EXPECT(!same("a\r\n", "a\n"));
  EXPECT(!same("x1", "x2"));
  EXPECT(!same("12", "1 2"));
  EXPECT(!same("1 2", "12"));
  // Padding makes up for a longer number, and for nothing else.
  EXPECT(same("  -0.000|", "   0.000|"));
  EXPECT(!same("  1.5|", "    1.5|"));
}

static void testLines(Checks &checks) {
  auto difference = [](StringRef expected, StringRef actual) {
    return compareOutput(expected, actual, {}).value_or(OutputDifference());
  };
  OutputDifference second = difference("a\nb=1.5\nc\n", "a\nb=2.5\nc\n");
  EXPECT(second.line == 2 && second.column == 3);
  EXPECT(second.expected == "b=1.5" && second.actual == "b=2.5");
  OutputDifference missing = difference("a\nb\n", "a\n");
  EXPECT(missing.line == 2 && missing.expected == "b");
  EXPECT(missing.actual == "<end of output>");
  OutputDifference extra = difference("a\n", "a\nb\n");
  EXPECT(extra.line == 2 && extra.expected == "<end of output>" && extra.actual == "b");
  OutputDifference empty = difference("a\n", "");
  EXPECT(empty.line == 1 && empty.expected == "a" && empty.actual == "<end of output>");
  OutputDifference blank = difference("", "\n");
  EXPECT(blank.line == 1 && blank.actual.empty());
  OutputDifference newline = difference("a\n", "a");
  EXPECT(newline.line == 1 && newline.actual == "a<no newline at the end>");
  OutputDifference other = difference("a", "a\n");
  EXPECT(other.line == 1 && other.expected == "a<no newline at the end>");

  EXPECT(printableLine("tab\there", 1, 100) == "tab\\there");
  EXPECT(printableLine(StringRef("\x1b[1m", 4), 1, 100) == "\\x1b[1m");
  std::string lengthy(500, 'x');
  EXPECT(printableLine(lengthy, 250, 10).size() == 16);
}

static VerifyReport reportWith(double serial, double parallel) {
  VerifyReport report;
  report.serial.seconds = {serial};
  report.serial.cpuSeconds = {serial};
  TimedRuns runs;
  runs.threads = 2;
  runs.seconds = {parallel};
  runs.cpuSeconds = {parallel};
  report.runs = {runs};
  return report;
}

static void testVerdict(Checks &checks) {
  auto verdictOf = [](VerifyReport report) {
    judge(report);
    return report.verdict;
  };
  EXPECT(verdictOf(reportWith(1, 0.5)) == VerifyVerdict::Equal);
  EXPECT(verdictOf(reportWith(1, 1.04)) == VerifyVerdict::Equal);
  EXPECT(verdictOf(reportWith(1, 1.1)) == VerifyVerdict::Slower);
  EXPECT(verdictOf(reportWith(0.001, 0.01)) == VerifyVerdict::Equal);
  EXPECT(verdictOf(reportWith(0.001, 0.5)) == VerifyVerdict::Slower);

  // The best number of threads counts.
  VerifyReport faster = reportWith(1, 2);
  faster.runs.push_back(faster.runs[0]);
  faster.runs[1].threads = 4;
  faster.runs[1].seconds = {0.5};
  EXPECT(verdictOf(faster) == VerifyVerdict::Equal);

  VerifyReport report = reportWith(1, 2);
  report.races = std::vector<DataRace>(1);
  EXPECT(verdictOf(report) == VerifyVerdict::Race);
  report.runs[0].difference = OutputDifference{1, 1, "a", "b"};
  EXPECT(verdictOf(report) == VerifyVerdict::Wrong);
  report.runs[0].difference.reset();
  report.runs[0].failure = "was killed by SIGSEGV";
  judge(report);
  EXPECT(report.verdict == VerifyVerdict::Wrong);
  EXPECT(report.message == "with 2 threads the rewritten program was killed by SIGSEGV");

  EXPECT(exitStatus(VerifyVerdict::Equal) == 0 && exitStatus(VerifyVerdict::Slower) == 1);
  EXPECT(exitStatus(VerifyVerdict::Race) == 1 && exitStatus(VerifyVerdict::CouldNotRun) == 2);
}

/// JSON stays JSON whatever a program prints.
static void testJson(Checks &checks) {
  VerifyReport report = reportWith(1, 0.5);
  report.runs[0].difference = OutputDifference{1, 1, "\"\x01\xff", "b"};
  judge(report);
  std::string text;
  raw_string_ostream stream(text);
  printVerifyJson(report, stream);
  Expected<json::Value> parsed = json::parse(text);
  EXPECT(bool(parsed));
  if (!parsed) {
    consumeError(parsed.takeError());
    return;
  }
  const json::Object *object = parsed->getAsObject();
  EXPECT(object->getString("verdict") == "wrong");
  EXPECT(object->getBoolean("equal") == false);
  EXPECT(object->get("races")->kind() == json::Value::Null);
  EXPECT(object->getArray("differences")->size() == 1);
}

static const char Log[] = R"(==================
WARNING: ThreadSanitizer: data race (pid=5650)
  Read of size 8 at 0x7ffda6695dc8 by thread T3:
    #0 main.omp_outlined /home/ann b/r.cpp (r+0xea7b9) (BuildId: f21b)
    #1 __kmp_invoke_microtask <null> (libomp.so.5+0xe0678) (BuildId: 88dd)
    #2 main /home/ann b/r.cpp:5:1 (r+0xea60d) (BuildId: f21b)

  Previous write of size 8 at 0x7ffda6695dc8 by main thread:
    #0 std::vector<double, std::allocator<double> >::operator[](unsigned long) /usr/include/c++/12/bits/stl_vector.h:1123:9 (r+0xea811)
    #1 main.omp_outlined_debug__ /home/ann b/r.cpp:6:25 (r+0xea811) (BuildId: f21b)

  Location is stack of main thread.

  Thread T3 (tid=5654, running) created by main thread at:
    #0 pthread_create <null> (r+0x649ba) (BuildId: f21b)
    #1 main /home/ann b/r.cpp:99:1 (r+0xea60d) (BuildId: f21b)

SUMMARY: ThreadSanitizer: data race /home/ann b/r.cpp in main.omp_outlined
==================
==================
WARNING: ThreadSanitizer: data race (pid=5650)
  Write of size 8 at 0x7ffda6695dc8 by thread T2:
    #0 main.omp_outlined_debug__ /home/ann b/r.cpp:6:25 (r+0xea811) (BuildId: f21b)

  Previous write of size 8 at 0x7ffda6695dc8 by thread T1:
    #0 main.omp_outlined_debug__ /home/ann b/r.cpp:6:10 (r+0xea811) (BuildId: f21b)

SUMMARY: ThreadSanitizer: data race /home/ann b/r.cpp:6:25 in main.omp_outlined_debug__
==================
WARNING: ThreadSanitizer: data race on vptr (ctor/dtor vs virtual call) (pid=1)
  Atomic read of size 8 at 0x1 by thread T2:
    #0 f(int (*)(int)) /home/ann b/r.cpp:9 (r+0x1)

  Previous write of size 8 at 0x1 by thread T1 (mutexes: write M0):
    #0 <null> <null> (r+0x2)
    #1 g /home/ann b/r.cpp:7:3 (r+0x2)

SUMMARY: ThreadSanitizer: data race on vptr
ThreadSanitizer: reported 3 warnings
)";

static void testRaceReports(Checks &checks) {
  std::vector<DataRace> races =
      parseRaceReports(Log, [](StringRef path) { return path.starts_with("/home/"); });
  EXPECT(races.size() == 2);
  if (races.size() != 2)
    return;
  // The read has no line, so the write's stands for both; the second report is then the same.
  EXPECT(races[0].place.file == "/home/ann b/r.cpp" && races[0].place.line == 6);
  EXPECT(races[0].access == "read" && races[0].previousAccess == "write");
  EXPECT(races[1].place.line == 9 && races[1].place.column == 0);
  EXPECT(races[1].previous.line == 7 && races[1].access == "atomic read");
  EXPECT(parseRaceReports("", [](StringRef) { return true; }).empty());
  EXPECT(parseRaceReports("a line\n", [](StringRef) { return true; }).empty());
}

static void testOriginalLines(Checks &checks) {
  using Lines = std::vector<unsigned>;
  EXPECT(originalLines("a\nb\nc", "a\nb\nc") == Lines({1, 2, 3}));
  // An inserted line stands before the one it was inserted before.
  EXPECT(originalLines("a\nfor\nc", "a\n#pragma\nfor\nc") == Lines({1, 2, 2, 3}));
  // A changed line is the one that it replaces.
  EXPECT(originalLines("a\nx += s\nc", "a\nx = i * s\nc") == Lines({1, 2, 3}));
  EXPECT(originalLines("a\ngone\nc\nd", "a\nc\nd") == Lines({1, 3, 4}));
  EXPECT(originalLines("a", "a\nmore") == Lines({1, 1}));
}

static void testFlags(Checks &checks) {
  using Flags = std::vector<std::string>;
  EXPECT(compilerForLanguage("clang++-22", false) == "clang-22");
  EXPECT(compilerForLanguage("g++", false) == "gcc");
  EXPECT(compilerForLanguage("/opt/g++/bin/x86_64-linux-gnu-g++-12", false) ==
         "/opt/g++/bin/x86_64-linux-gnu-gcc-12");
  EXPECT(compilerForLanguage("gcc", true) == "g++");
  EXPECT(compilerForLanguage("gcc", false) == "gcc");
  EXPECT(compilerForLanguage("clang-22", true) == "clang++-22");
  EXPECT(compilerForLanguage("c++", false) == "cc");
  EXPECT(compilerForLanguage("nosuch", false) == "nosuch");

  EXPECT(isCxxSource("a.cpp", {}) && !isCxxSource("a.c", {}));
  EXPECT(isCxxSource("a.c", {"-x", "c++"}) && !isCxxSource("a.h", {"-xc"}));

  Flags flags = {"-std=c++17", "-Ia", "-fopenmp", "-lz", "-c", "-o", "x.o", "-MD", "-DN=1"};
  EXPECT(selectFlags(flags, BuildKind::Serial, true, false) ==
         Flags({"-std=c++17", "-Ia", "-DN=1"}));
  EXPECT(selectFlags(flags, BuildKind::Parallel, true, false) ==
         Flags({"-std=c++17", "-Ia", "-fopenmp", "-DN=1"}));
  EXPECT(selectFlags(flags, BuildKind::Serial, true, true) ==
         Flags({"-std=c++17", "-Ia", "-lz", "-DN=1"}));
  EXPECT(selectFlags(flags, BuildKind::Serial, false, false) ==
         Flags({"-Ia", "-DN=1", "-std=gnu17"}));
  EXPECT(selectFlags({"-fsanitize=address"}, BuildKind::RaceCheck, true, true).empty());

  EXPECT(holds("/a", "/a/b.h") && holds("/a/b.h", "/a/b.h") && holds("/", "/a"));
  EXPECT(!holds("/a", "/ab") && !holds("/a/b", "/a"));
}

static void testTemporaryFolder(Checks &checks) {
  std::string path;
  {
    TemporaryFolder folder;
    path = folder.path();
    EXPECT(sys::fs::is_directory(path));
    // What a link leads to is not the folder's.
    TemporaryFolder other;
    EXPECT(symlink(other.path().c_str(), (path + "/link").c_str()) == 0);
    {
      TemporaryFolder inner;
      FileContents contents = {{inner.path() + "/sub/a.h", "changed"}};
      EXPECT(!sys::fs::create_directories(inner.path() + "/sub"));
      EXPECT(!mirrorSources(path, contents, "/"));
      auto copy = MemoryBuffer::getFile(path + inner.path() + "/sub/a.h");
      EXPECT(copy && (*copy)->getBuffer() == "changed");
      EXPECT(!sys::fs::exists(inner.path() + "/sub/a.h"));
      EXPECT(sys::fs::exists(path + "/usr"));
    }
  }
  EXPECT(!sys::fs::exists(path));
  EXPECT(sys::fs::is_directory("/usr"));
}

static void testCopyTree(Checks &checks) {
  TemporaryFolder folder;
  std::string from = folder.path() + "/from", to = from + "/scratch/to";
  sys::fs::create_directories(from + "/sub/build");
  sys::fs::create_directories(from + "/.git");
  sys::fs::create_directories(from + "/scratch");
  auto write = [](const std::string &path, StringRef text) {
    std::error_code error;
    raw_fd_ostream(path, error) << text;
  };
  auto read = [](const std::string &path) {
    auto buffer = MemoryBuffer::getFile(path);
    return buffer ? (*buffer)->getBuffer().str() : std::string("<none>");
  };
  write(from + "/sub/a.c", "text");
  write(from + "/sub/build/CMakeCache.txt", "names the original");
  write(from + "/.git/HEAD", "large");
  sys::fs::setPermissions(from + "/sub/a.c", sys::fs::perms(0750));
  EXPECT(symlink((from + "/sub/a.c").c_str(), (from + "/absolute").c_str()) == 0);
  EXPECT(symlink("sub/a.c", (from + "/relative").c_str()) == 0);
  EXPECT(mkfifo((from + "/pipe").c_str(), 0600) == 0);

  EXPECT(copyTree(from, to, from + "/scratch").empty());
  EXPECT(read(to + "/sub/a.c") == "text");
  EXPECT(read(to + "/absolute") == "text" && read(to + "/relative") == "text");
  write(to + "/absolute", "changed");
  EXPECT(read(to + "/relative") == "changed" && read(from + "/sub/a.c") == "text");
  sys::fs::file_status status;
  EXPECT(!sys::fs::status(to + "/sub/a.c", status) && status.permissions() == 0750);
  for (const char *left : {"/.git", "/sub/build", "/scratch", "/pipe"})
    EXPECT(!sys::fs::exists(to + left));

  CopyLimits limits;
  limits.bytes = 5;
  EXPECT(StringRef(copyTree(from, folder.path() + "/2", "", limits)).contains("holds more than"));
  limits = {};
  limits.entries = 2;
  EXPECT(StringRef(copyTree(from, folder.path() + "/3", "", limits)).contains("holds more than"));
  EXPECT(StringRef(copyTree(from + "/none", folder.path() + "/4")).contains("cannot copy"));
}

/// Every set of up to nine changes, for every set of guilty ones that fail only together.
static void testMinimalFailure(Checks &checks) {
  using Set = std::vector<size_t>;
  unsigned asked = 0;
  for (size_t count = 1; count <= 9; ++count)
    for (size_t guilty = 1; guilty < size_t(1) << count; ++guilty) {
      Set all, expected;
      for (size_t i = 0; i < count; ++i) {
        all.push_back(10 + i);
        if (guilty >> i & 1)
          expected.push_back(10 + i);
      }
      auto fails = [&](ArrayRef<size_t> set) {
        ++asked;
        return all_of(expected, [&](size_t change) { return is_contained(set, change); });
      };
      EXPECT(minimalFailure(all, fails) == expected);
    }
  EXPECT(asked > 0);

  // One guilty change of many takes few questions.
  Set many(64);
  for (size_t i = 0; i < many.size(); ++i)
    many[i] = i;
  asked = 0;
  auto failsWith37 = [&](ArrayRef<size_t> set) { return ++asked, is_contained(set, 37); };
  EXPECT(minimalFailure(many, failsWith37) == Set({37}));
  EXPECT(asked <= 12);
}

static void testPairedTimes(Checks &checks) {
  PairedTimes times{{0.6, 0.6, 0.7, 0.6, 0.4}, {0.5, 0.5, 0.5, 0.5, 0.5}};
  EXPECT(times.ratio() == 0.6 / 0.5 && times.firstIsSlower() && !times.secondIsSlower());
  times.first[3] = 0.4; // three of five
  EXPECT(!times.firstIsSlower());
  times = {{0.52, 0.52, 0.52}, {0.5, 0.5, 0.5}}; // 4 %
  EXPECT(!times.firstIsSlower());
  times = {{0.02, 0.02, 0.02}, {0.01, 0.01, 0.01}}; // 10 ms
  EXPECT(!times.firstIsSlower() && !times.secondIsSlower());
  times = {{0.5, 0.5}, {1, 1}};
  EXPECT(times.secondIsSlower());
  EXPECT(PairedTimes().ratio() == 0 && !PairedTimes().firstIsSlower());
}

int main() {
  Checks checks;
  testMinimalFailure(checks);
  testPairedTimes(checks);
  testProcesses(checks);
  testStatistics(checks);
  testUnstable(checks);
  testCopyTree(checks);
  testNumbers(checks);
  testIntegers(checks);
  testNotFinite(checks);
  testText(checks);
  testLines(checks);
  testVerdict(checks);
  testJson(checks);
  testRaceReports(checks);
  testOriginalLines(checks);
  testFlags(checks);
  testTemporaryFolder(checks);
  return checks.failed != 0;
}
