//===- Judgement.h - the judging of one loop in progress ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Judge.cpp (effects, scalars, elements, verdict) and Overlaps.cpp (two objects that
// may share memory); the public entry is Judge.h.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_JUDGEMENT_H
#define LOOMP_ANALYSES_JUDGEMENT_H

#include "analyses/Dependence.h"
#include "analyses/Judge.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

using ScalarKey = std::pair<ObjectId, const clang::FieldDecl *>;

class Judgement {
public:
  Judgement(const JudgeContext &judgement, LoopId loop, LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(judgement.model.loops[loop]),
        Out(result) {}

  void run();

private:
  void collectEffects();
  void splitAccesses();
  void judgeScalars();
  void judgeElements();
  void judgeOverlaps();
  void judgeIncrement();
  void judgeStart();
  void describeAccesses();
  void decide();

  bool dependsOnData(int guard) const;
  void describeRole(const Role &role);
  void checkReduction(ObjectId object, const std::vector<size_t> &accesses, Role &role);
  void findReducedMembers();
  bool mayComeFirst(size_t write, size_t read) const;
  void testPair(size_t a, size_t b);
  void report(const Dependence &dependence, const std::string &removedBy);
  void addBlocker(Blocker blocker);
  bool hasRole(ObjectId object) const { return WithRole.count(object); }
  std::string nameOf(ObjectId object) const;
  bool sameIsHarmless(ObjectId a, ObjectId b) const;
  std::optional<std::pair<size_t, size_t>> firstOverlap(const std::vector<size_t> &a,
                                                        const std::vector<size_t> &b) const;
  bool isWholeObject(ObjectId id) const;
  bool sameClass(ObjectId a, ObjectId b) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  LoopResult &Out;
  std::map<ScalarKey, std::vector<size_t>> Scalars;
  std::vector<ScalarKey> ScalarOrder;
  std::vector<size_t> Elements;
  std::set<ObjectId> WithRole;
  std::set<std::pair<std::string, std::string>> Reported;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_JUDGEMENT_H
