//===- report.h - what the oracle says of each loop -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Counts and first examples by loop and object, and their form in JSON, which oracle.h explains.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_REPORT_H
#define LOOMP_FUZZ_REPORT_H

#include "shadow.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

namespace fuzz::oracle {

enum Kind { Flow, Anti, Output, Kinds };

struct Example {
  int earlier = -1, later = -1;
};

struct Collisions {
  Example examples[Kinds];
  int distance = 0; // 0: none
  bool exposed = false;

  void add(Kind kind, int earlier, int later) {
    if (examples[kind].later < 0)
      examples[kind] = {earlier, later};
    if (!distance || later - earlier < distance)
      distance = later - earlier;
  }
};

struct ObjectInLoop {
  Collisions collided, conditional;
  bool liveOut = false, liveOutEarly = false;
  bool elsewhere = false; // a function called in the loop reaches it
};

struct LoopReport {
  long executions = 0, iterations = 0, longest = 0;
  bool thrown = false;               // an exception left it
  std::vector<ObjectInLoop> objects; // by ObjectId
};

class Report {
public:
  /// The same number for the same name.
  ObjectId object(const char *name) {
    for (std::size_t id = 1; id < Names.size(); ++id)
      if (Names[id].text == name || !std::strcmp(Names[id].text, name))
        return ObjectId(id);
    Names.push_back({name});
    return ObjectId(Names.size() - 1);
  }

  void executed(int number, long iterations, bool thrown) {
    LoopReport &found = loop(number);
    ++found.executions;
    found.iterations += iterations;
    found.thrown |= thrown;
    found.longest = std::max(found.longest, iterations);
  }

  ObjectInLoop &at(int number, ObjectId object) {
    std::vector<ObjectInLoop> &objects = loop(number).objects;
    if (objects.size() <= object)
      objects.resize(Names.size());
    return objects[object];
  }

  void print(int kernel, int input) const {
    std::printf("{\"kernel\": %d, \"input\": %d, \"loops\": {", kernel, input);
    const char *separator = "";
    for (std::size_t number = 0; number < Loops.size(); ++number) {
      const LoopReport &loop = Loops[number];
      if (!loop.executions)
        continue;
      std::printf("%s\"%zu\": {\"executions\": %ld, \"iterations\": %ld, \"longest\": %ld",
                  separator, number, loop.executions, loop.iterations, loop.longest);
      print(loop, "collided", &ObjectInLoop::collided);
      print(loop, "conditional", &ObjectInLoop::conditional);
      print(loop, "liveOut", &ObjectInLoop::liveOut);
      print(loop, "liveOutEarly", &ObjectInLoop::liveOutEarly);
      if (loop.thrown)
        std::printf(", \"thrown\": true");
      if (std::any_of(loop.objects.begin(), loop.objects.end(),
                      [](const ObjectInLoop &object) { return object.elsewhere; }))
        print(loop, "elsewhere", &ObjectInLoop::elsewhere);
      std::printf("}");
      separator = ", ";
    }
    std::printf("}}\n");
    std::fflush(stdout);
  }

private:
  struct Name {
    const char *text = nullptr;
  };

  LoopReport &loop(int number) {
    if (Loops.size() <= std::size_t(number))
      Loops.resize(number + 1);
    return Loops[number];
  }

  void print(const LoopReport &loop, const char *title, Collisions ObjectInLoop::*which) const {
    constexpr const char *kinds[Kinds] = {"flow", "anti", "output"};
    std::printf(", \"%s\": {", title);
    const char *separator = "";
    for (std::size_t id = 0; id < loop.objects.size(); ++id) {
      const Collisions &collisions = loop.objects[id].*which;
      if (!collisions.distance)
        continue;
      std::printf("%s\"%s\": {", separator, Names[id].text);
      for (int kind = 0; kind < Kinds; ++kind)
        if (Example example = collisions.examples[kind]; example.later >= 0)
          std::printf("\"%s\": [%d, %d], ", kinds[kind], example.earlier, example.later);
      std::printf("\"distance\": %d, \"exposed\": %s}", collisions.distance,
                  collisions.exposed ? "true" : "false");
      separator = ", ";
    }
    std::printf("}");
  }

  void print(const LoopReport &loop, const char *title, bool ObjectInLoop::*which) const {
    std::printf(", \"%s\": [", title);
    const char *separator = "";
    for (std::size_t id = 0; id < loop.objects.size(); ++id)
      if (loop.objects[id].*which) {
        std::printf("%s\"%s\"", separator, Names[id].text);
        separator = ", ";
      }
    std::printf("]");
  }

  std::vector<Name> Names{1};
  std::vector<LoopReport> Loops; // by number
};

} // namespace fuzz::oracle

#endif // LOOMP_FUZZ_REPORT_H
