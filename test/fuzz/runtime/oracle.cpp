//===- oracle.cpp - records which iterations touch the same memory --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// For each tracked location and each loop being executed the oracle keeps the iterations that last
// read and last wrote it. These suffice: among the accesses that an access collides with, the
// latest has the smallest distance, and a value read is the one written last.
//
//   access in iteration t   collides with              kind
//   read, no write in t     last write, if before t    flow
//   write                   last read before t         anti
//   write                   last write, if before t    output
//
// A clock ticks at each beginning: of a loop, an iteration, an object. What is born in the current
// iteration of a loop is its own: reading it there exposes nothing.
//
// All of this runs inside the program it observes: callbacks ignore what the oracle itself does,
// and its types are private to this file, so that no instrumented copy of their code is linked.
//
//===----------------------------------------------------------------------===//

#include "oracle.h"
#include "report.h"
#include "shadow.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <malloc.h>
#include <new>
#include <utility>
#include <vector>

extern "C" char __data_start, _end;

using namespace fuzz::oracle;

namespace {

constexpr int None = -2; // -1: before the first iteration

/// What one execution of a loop did to one location.
struct Record {
  std::uint32_t execution = 0;
  int lastWrite = None, lastRead = None;
  int previousRead = None; // the last before `lastRead`'s iteration
  bool exposed = false;    // some iteration read it before writing it
  ObjectId object = 0;     // as the loop knows it
};

/// Records by depth of the loop, of the current execution or of one that has ended.
struct Location {
  std::uint32_t records = 0; // index of the first
  std::uint32_t capacity = 0;
  std::uint32_t writtenDepth = 0; // how many loops were active at the last write
  bool outlives = false;          // arena or heap, not freed
};

struct Execution {
  int loop = 0;
  Address frame = 0;  // of the function that the loop stands in
  int exceptions = 0; // in flight when it was entered
  bool parallel = true;
  int iteration = -1; // current or last
  Clock start = 0, iterationStart = 0;
};

struct RegisteredArray {
  Address begin = 0, end = 0;
  ObjectId object = 0;
};

struct NamedVariable {
  const void *self = nullptr;
  Address begin = 0, end = 0;
  ObjectId object = 0;
  Clock birth = 0;
};

class Recorder {
public:
  void startRun();
  void print(int kernel, int input);

  void enterLoop(int number, bool parallel, Address frame);
  void leaveLoop();
  void iterate();

  void registerArray(Address begin, std::size_t size, const char *name);
  void enterVariable(const void *self, Address begin, std::size_t size, const char *name);
  void leaveVariable(const void *self);
  void allocated(Address begin, std::size_t size);
  void freed(Address begin, std::size_t size);

  void access(Address begin, std::size_t size, bool write, Address frame);

private:
  template <class F> void eachGranule(Address begin, std::size_t size, bool insert, F visit);
  Granule *granuleAt(Address at, bool insert);
  void split(Granule &granule, unsigned unit);
  void forget(Granule &granule, unsigned byte);
  void touch(Granule &granule, unsigned byte, bool write, Address frame);
  Location &locationOf(Granule &granule, unsigned byte);
  Collisions &collisions(const Execution &execution, const Record &record);
  void checkLiveOut(Location &location);
  ObjectId objectKnownTo(const Execution &loop, Address address, ObjectId base) const;

  Shadow Memory;
  Clock Now = 0;
  std::vector<Execution> Executions; // all, by number, from 1
  std::vector<std::uint32_t> Active; // numbers of those that have not ended
  std::vector<RegisteredArray> Arrays;
  Address ArraysBegin = 0, ArraysEnd = 0; // around all of them
  std::vector<NamedVariable> Living;      // in the order of their births
  std::vector<Location> Locations;        // from 1
  std::vector<Record> Records;
  Report Found;
};

/// The compiler's callbacks have no argument that could carry this. It is never destroyed: memory
/// may be freed after the last static object is.
Recorder *recorder = nullptr;
bool recording = false; // a run is active, and it is the program that runs

/// Turns the recording off while the oracle itself works.
struct Pause {
  Pause() { recording = false; }
  ~Pause() { recording = true; }
};

//===----------------------------------------------------------------------===//
// Beginnings and ends
//===----------------------------------------------------------------------===//

void Recorder::startRun() {
  Memory.startRun();
  Now = 0;
  Executions.assign(1, Execution());
  Active.clear();
  Living.clear();
  Arrays.clear();
  ArraysBegin = ArraysEnd = 0;
  Locations.assign(1, Location());
  Records.clear();
  Found = Report();
}

void Recorder::enterLoop(int number, bool parallel, Address frame) {
  ++Now;
  Active.push_back(std::uint32_t(Executions.size()));
  Executions.push_back({number, frame, std::uncaught_exceptions(), parallel, -1, Now, Now});
}

void Recorder::iterate() {
  Execution &execution = Executions[Active.back()];
  ++execution.iteration;
  execution.iterationStart = ++Now;
}

void Recorder::leaveLoop() {
  const Execution &execution = Executions[Active.back()];
  Found.executed(execution.loop, execution.iteration + 1,
                 std::uncaught_exceptions() > execution.exceptions);
  Active.pop_back();
}

/// Of static storage: what the linker put between its two marks.
bool isStatic(Address address) {
  return Address(&__data_start) <= address && address < Address(&_end);
}

void Recorder::registerArray(Address begin, std::size_t size, const char *name) {
  ObjectId object = Found.object(name);
  Memory.center(begin);
  ArraysBegin = Arrays.empty() ? begin : std::min(ArraysBegin, begin);
  ArraysEnd = std::max(ArraysEnd, begin + size);
  Arrays.push_back({begin, begin + size, object});
  eachGranule(begin, size, false, [&](Granule &granule, unsigned from, unsigned to) {
    for (unsigned byte = from; byte < to; ++byte)
      granule.base[byte] = object;
  });
}

void Recorder::enterVariable(const void *self, Address begin, std::size_t size, const char *name) {
  ++Now;
  ObjectId object = Found.object(name);
  Living.push_back({self, begin, begin + size, object, Now});
  bool fixed = isStatic(begin);
  eachGranule(begin, size, true, [&](Granule &granule, unsigned from, unsigned to) {
    for (unsigned byte = from; byte < to; ++byte) {
      if (fixed && !granule.base[byte])
        granule.base[byte] = object;
      else if (!granule.tracks(byte))
        forget(granule, byte);
      ++granule.covers[byte];
    }
  });
}

void Recorder::leaveVariable(const void *self) {
  // Nearly always the last one.
  auto it = std::find_if(Living.rbegin(), Living.rend(),
                         [&](const NamedVariable &variable) { return variable.self == self; });
  if (it == Living.rend())
    return;
  NamedVariable variable = *it;
  Living.erase(std::next(it).base());
  eachGranule(variable.begin, variable.end - variable.begin, false,
              [&](Granule &granule, unsigned from, unsigned to) {
                for (unsigned byte = from; byte < to; ++byte)
                  --granule.covers[byte];
              });
}

void Recorder::allocated(Address begin, std::size_t size) {
  ++Now;
  ObjectId heap = Found.object("heap");
  eachGranule(begin, size, true, [&](Granule &granule, unsigned from, unsigned to) {
    for (unsigned byte = from; byte < to; ++byte) {
      forget(granule, byte);
      granule.base[byte] = heap;
    }
  });
}

void Recorder::freed(Address begin, std::size_t size) {
  eachGranule(begin, size, false, [&](Granule &granule, unsigned from, unsigned to) {
    for (unsigned byte = from; byte < to; ++byte) {
      forget(granule, byte);
      granule.base[byte] = 0;
    }
  });
}

/// The granules of an array come into use as they are touched.
Granule *Recorder::granuleAt(Address at, bool insert) {
  if (Granule *found = Memory.find(at))
    return found;
  Address begin = at & ~Address(7);
  auto meets = [&](const RegisteredArray &array) {
    return array.begin < begin + 8 && begin < array.end;
  };
  bool isNear = ArraysBegin < begin + 8 && begin < ArraysEnd;
  if (!insert && (!isNear || std::none_of(Arrays.begin(), Arrays.end(), meets)))
    return nullptr;
  Granule &granule = Memory.insert(at);
  for (const RegisteredArray &array : Arrays)
    if (meets(array))
      for (unsigned byte = 0; byte < 8; ++byte)
        if (array.begin <= begin + byte && begin + byte < array.end)
          granule.base[byte] = array.object;
  return &granule;
}

/// Calls `visit` for the granules of a range and the part of each that lies in it.
template <class F>
void Recorder::eachGranule(Address begin, std::size_t size, bool insert, F visit) {
  for (Address at = begin, end = begin + size; at < end;) {
    unsigned from = at & 7, to = unsigned(std::min<Address>(8, from + (end - at)));
    if (Granule *granule = insert ? granuleAt(at, true) : Memory.find(at)) {
      split(*granule, from | to);
      visit(*granule, from, to);
    }
    at += to - from;
  }
}

/// Makes locations so small that they start at multiples of `bounds`'s lowest bit.
void Recorder::split(Granule &granule, unsigned bounds) {
  unsigned unit = bounds & -bounds;
  if (unit >= granule.unit)
    return;
  for (unsigned whole = 0; whole < 8; whole += granule.unit) {
    if (!granule.location[whole])
      continue;
    for (unsigned part = whole + unit; part < whole + granule.unit; part += unit) {
      Location copy = Locations[granule.location[whole]];
      std::uint32_t first = std::uint32_t(Records.size());
      for (std::uint32_t depth = 0; depth < copy.capacity; ++depth)
        Records.push_back(Record(Records[copy.records + depth]));
      copy.records = first;
      granule.location[part] = std::uint32_t(Locations.size());
      Locations.push_back(copy);
    }
  }
  granule.unit = unit;
}

void Recorder::forget(Granule &granule, unsigned byte) {
  Locations[granule.location[byte]].outlives = false;
  granule.location[byte] = 0;
  granule.birth[byte] = Now;
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

void Recorder::access(Address begin, std::size_t size, bool write, Address frame) {
  for (Address at = begin, end = begin + size; at < end;) {
    unsigned from = at & 7, to = unsigned(std::min<Address>(8, from + (end - at)));
    if (Granule *granule = granuleAt(at, false)) {
      split(*granule, from | to);
      for (unsigned byte = from; byte < to; byte += granule->unit)
        if (granule->tracks(byte))
          touch(*granule, byte, write, frame);
    }
    at += to - from;
  }
}

void Recorder::touch(Granule &granule, unsigned byte, bool write, Address frame) {
  if (Active.empty() && !granule.location[byte])
    return;
  Location &location = locationOf(granule, byte);
  std::uint32_t depths = std::uint32_t(Active.size());
  if (write)
    location.writtenDepth = depths;
  else
    checkLiveOut(location);

  for (std::uint32_t depth = 0; depth < depths; ++depth) {
    Record &record = Records[location.records + depth];
    const Execution &execution = Executions[Active[depth]];
    if (record.execution != Active[depth]) {
      record = Record();
      record.execution = Active[depth];
      record.object = objectKnownTo(execution, granule.key * 8 + byte, granule.base[byte]);
    }
    // A function called in the loop reaches what is no variable of the function around the loop.
    Address address = granule.key * 8 + byte;
    bool isLocal = frame < address && address < execution.frame;
    if (frame != execution.frame && !isLocal)
      Found.at(execution.loop, record.object).elsewhere = true;
    int now = execution.iteration;
    if (now < 0) {
      if (write)
        record.lastWrite = now;
      continue;
    }
    bool first = record.lastWrite != now;
    auto collide = [&](Kind kind, int earlier) {
      if (earlier >= 0)
        collisions(execution, record).add(kind, earlier, now);
    };
    if (write) {
      if (first) {
        collide(Output, record.lastWrite);
        collide(Anti, record.lastRead == now ? record.previousRead : record.lastRead);
      }
      record.lastWrite = now;
    } else {
      if (first)
        collide(Flow, record.lastWrite);
      if (first && granule.birth[byte] < execution.iterationStart)
        record.exposed = true;
      if (record.lastRead != now)
        record.previousRead = std::exchange(record.lastRead, now);
    }
    if (record.exposed && record.lastWrite >= 0)
      collisions(execution, record).exposed = true;
  }
}

Location &Recorder::locationOf(Granule &granule, unsigned byte) {
  std::uint32_t &index = granule.location[byte];
  if (!index) {
    index = std::uint32_t(Locations.size());
    Locations.emplace_back();
    Locations.back().outlives = granule.base[byte];
  }
  Location &location = Locations[index];
  if (location.capacity < Active.size()) {
    std::uint32_t first = std::uint32_t(Records.size());
    std::uint32_t capacity = std::uint32_t(std::max<std::size_t>(Active.size(), 3));
    for (std::uint32_t depth = 0; depth < location.capacity; ++depth)
      Records.push_back(Record(Records[location.records + depth]));
    Records.resize(first + capacity);
    location.records = first;
    location.capacity = capacity;
  }
  return location;
}

Collisions &Recorder::collisions(const Execution &execution, const Record &record) {
  ObjectInLoop &object = Found.at(execution.loop, record.object);
  return execution.parallel ? object.collided : object.conditional;
}

/// The location is read: are there loops that have ended and wrote the value?
void Recorder::checkLiveOut(Location &location) {
  for (std::uint32_t depth = 0; depth < location.writtenDepth; ++depth) {
    Record &record = Records[location.records + depth];
    bool ended = depth >= Active.size() || Active[depth] != record.execution;
    if (!ended || record.lastWrite == None)
      continue;
    const Execution &execution = Executions[record.execution];
    ObjectInLoop &object = Found.at(execution.loop, record.object);
    object.liveOut = true;
    if (execution.parallel && record.lastWrite != execution.iteration)
      object.liveOutEarly = true;
    record = Record();
  }
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

ObjectId Recorder::objectKnownTo(const Execution &loop, Address address, ObjectId base) const {
  auto covers = [&](const NamedVariable &variable) {
    return variable.begin <= address && address < variable.end;
  };
  for (auto it = Living.rbegin(); it != Living.rend(); ++it)
    if (it->birth < loop.start && covers(*it))
      return it->object;
  if (base)
    return base;
  return std::find_if(Living.begin(), Living.end(), covers)->object;
}

void Recorder::print(int kernel, int input) {
  Active.clear();
  for (Location &location : Locations)
    if (location.outlives)
      checkLiveOut(location);
  Found.print(kernel, input);
}

template <class F> void record(F what) {
  if (!recording)
    return;
  Pause pause;
  what(*recorder);
}

void recordAccess(const void *begin, std::size_t size, bool write, Address frame) {
  record([&](Recorder &recorder) { recorder.access(Address(begin), size, write, frame); });
}

/// The frame of the function that calls the one in which this stands.
#define LOOMP_FUZZ_CALLER Address(*static_cast<void **>(__builtin_frame_address(0)))

} // namespace

//===----------------------------------------------------------------------===//
// What the kernel calls
//===----------------------------------------------------------------------===//

namespace fuzz::oracle {

Loop::Loop(int number, bool parallel) {
  Address frame = LOOMP_FUZZ_CALLER;
  record([&](Recorder &recorder) { recorder.enterLoop(number, parallel, frame); });
}

Loop::~Loop() {
  record([](Recorder &recorder) { recorder.leaveLoop(); });
}

void Loop::iterate() {
  record([](Recorder &recorder) { recorder.iterate(); });
}

Variable::Variable(const volatile char *begin, std::size_t size, const char *name) {
  record([&](Recorder &recorder) { recorder.enterVariable(this, Address(begin), size, name); });
}

Variable::~Variable() {
  record([&](Recorder &recorder) { recorder.leaveVariable(this); });
}

void registerArray(const void *begin, std::size_t size, const char *name) {
  record([&](Recorder &recorder) { recorder.registerArray(Address(begin), size, name); });
}

void startRun() {
  recording = false;
  if (!recorder)
    recorder = new Recorder;
  recorder->startRun();
  recording = true;
}

void printRun(int kernel, int input) {
  recording = false;
  recorder->print(kernel, input);
}

} // namespace fuzz::oracle

//===----------------------------------------------------------------------===//
// What the compiler calls. The global operators that are not here call those that are.
//===----------------------------------------------------------------------===//

#define LOOMP_FUZZ_TRACE(SIZE)                                                                     \
  void __sanitizer_cov_load##SIZE(const void *address) {                                           \
    recordAccess(address, SIZE, false, LOOMP_FUZZ_CALLER);                                         \
  }                                                                                                \
  void __sanitizer_cov_store##SIZE(const void *address) {                                          \
    recordAccess(address, SIZE, true, LOOMP_FUZZ_CALLER);                                          \
  }

extern "C" {
LOOMP_FUZZ_TRACE(1)
LOOMP_FUZZ_TRACE(2)
LOOMP_FUZZ_TRACE(4)
LOOMP_FUZZ_TRACE(8)
LOOMP_FUZZ_TRACE(16)

void __tsan_init() {}

void *__tsan_memcpy(void *to, const void *from, std::size_t size) {
  recordAccess(from, size, false, LOOMP_FUZZ_CALLER);
  recordAccess(to, size, true, LOOMP_FUZZ_CALLER);
  return std::memcpy(to, from, size);
}

void *__tsan_memmove(void *to, const void *from, std::size_t size) {
  recordAccess(from, size, false, LOOMP_FUZZ_CALLER);
  recordAccess(to, size, true, LOOMP_FUZZ_CALLER);
  return std::memmove(to, from, size);
}

void *__tsan_memset(void *to, int value, std::size_t size) {
  recordAccess(to, size, true, LOOMP_FUZZ_CALLER);
  return std::memset(to, value, size);
}
}

static void *allocate(std::size_t size, std::size_t alignment) {
  void *block = alignment ? std::aligned_alloc(alignment, (size + alignment - 1) & -alignment)
                          : std::malloc(std::max<std::size_t>(size, 1));
  if (!block)
    throw std::bad_alloc();
  record([&](Recorder &recorder) { recorder.allocated(Address(block), size); });
  return block;
}

static void release(void *block) {
  if (block)
    record([&](Recorder &recorder) { recorder.freed(Address(block), malloc_usable_size(block)); });
  std::free(block);
}

void *operator new(std::size_t size) { return allocate(size, 0); }
void *operator new(std::size_t size, std::align_val_t alignment) {
  return allocate(size, std::size_t(alignment));
}
void operator delete(void *block) noexcept { release(block); }
void operator delete(void *block, std::align_val_t) noexcept { release(block); }
void operator delete(void *block, std::size_t) noexcept { release(block); }
void operator delete(void *block, std::size_t, std::align_val_t) noexcept { release(block); }
