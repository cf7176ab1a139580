//===- Judgement.h - the judging of one loop in progress ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Judge.cpp (effects, scalars, elements, verdict), ArrayRoles.cpp (arrays and objects
// that a clause or a directive takes out of the way) and Overlaps.cpp (two objects that may share
// memory); the public entry is Judge.h.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_JUDGEMENT_H
#define LOOMP_ANALYSES_JUDGEMENT_H

#include "analyses/Dependence.h"
#include "analyses/Judge.h"
#include "analyses/RangeLimits.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

/// Bytes of private arrays and objects that surely fit on the stack of a thread.
constexpr std::uint64_t MaximalCopy = 64 * 1024;

/// Does no processor that OpenMP runs on update the number at once? (`long double`, `__int128`)
inline bool isWiderThanMachine(const clang::ASTContext &context, clang::QualType type) {
  return !type.isNull() && type->isScalarType() && context.getTypeSize(type) > 64;
}

/// A variable of which the last assignment counts. See LastAssignment.cpp.
struct LastAssigned {
  /// Where an assignment stands, if it is a statement of a block.
  struct Site {
    const clang::CompoundStmt *block = nullptr;
    const clang::Stmt *statement = nullptr;
  };
  SelectionForm form;
  std::vector<Site> sites; ///< of `form.noted`
  Position declaration;
};

/// Does the body of the loop declare a name that the number of an iteration is spelled with?
bool hidesCounter(const Loop &loop);

using ScalarKey = std::pair<ObjectId, const clang::FieldDecl *>;

class Judgement {
public:
  Judgement(const JudgeContext &judgement, LoopId loop, LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(judgement.model.loops[loop]),
        Out(result) {}

  void run();

private:
  void collectEffects(llvm::StringRef only = "");
  void splitAccesses();
  void judgeSelections();
  void judgeScalars();
  void judgeArrays();
  void judgeElements();
  void judgeOverlaps();
  bool staysUnknown(ObjectId object) const;
  bool isUpdatedWithoutName(ObjectId object) const;
  void judgeEscapes();
  void judgePlaces();
  void judgeIncrement();
  void judgeStart();
  void describeAccesses();
  void decide();

  bool dependsOnData(int guard) const;
  std::optional<Dependence> handedOn(ObjectId object, const std::vector<size_t> &accesses) const;
  bool depends(size_t a, size_t b);
  bool overlapsAnother(ObjectId object, const std::vector<size_t> &accesses) const;
  bool isNamedInLoop(ObjectId object, const std::vector<size_t> &accesses) const;
  bool isPrivateObject(ObjectId object, const std::vector<size_t> &accesses, bool isGlobal = false);
  bool copyGlobals();
  std::optional<Role> asUpdates(ObjectId object, const std::vector<size_t> &accesses,
                                bool mayBeFixed = false);
  std::optional<Role> asArrayReduction(ObjectId object, const std::vector<size_t> &accesses) const;
  std::optional<ArrayForm> reductionForm(ObjectId object) const;
  bool isCertainlyTouched(ObjectId object, Coefficient number) const;
  std::optional<ArrayForm> atomicStatements(const std::vector<size_t> &updates) const;
  std::optional<ComparedUpdate> asCompared(const Update &update, clang::QualType type) const;
  void describeRole(const Role &role);
  void nameApart(Role &role) const;
  void checkReduction(ObjectId object, const std::vector<size_t> &accesses, Role &role);
  void findMembersWithRole();
  bool renameBindings();
  bool neverHappens(size_t access) const;
  bool isAdded(const Access &access) const;
  std::optional<std::string> spelledClass(clang::QualType type,
                                          const clang::CXXRecordDecl &record) const;
  std::vector<MemberSum> memberSums(const std::vector<size_t> &accesses,
                                    const clang::CXXRecordDecl &record) const;
  std::optional<Role> asClassReduction(ObjectId object, const std::vector<size_t> &accesses) const;
  std::optional<SelectionForm> asSelection(int id, std::vector<ScalarKey> &keys) const;
  bool tellsNone(const Selection::None &none, const Access &write, SelectionForm &form) const;
  bool isKeptFixed(const Selection &selection) const;
  bool canDefer(const clang::BinaryOperator &assignment) const;
  std::optional<std::set<const clang::BinaryOperator *>>
  deferredOf(const Selection &selection) const;
  std::optional<LastAssigned> asLastAssigned(const ScalarKey &key,
                                             const std::vector<size_t> &accesses) const;
  bool noteLastAssigned(const ScalarKey &key, const std::vector<size_t> &accesses);
  void addLastAssigned();
  bool isApart(const Access &other, const Path &fixed) const;
  bool reduceInvariantElements(ObjectId object, bool onlyAll, bool alsoSet = false);
  std::optional<Role> asInvariantElement(const std::vector<size_t> &updates) const;
  std::optional<Role> asSetElement(const std::vector<size_t> &accesses) const;
  std::optional<Role> asMovedElement(ObjectId object, const std::vector<size_t> &accesses) const;
  bool mustExist(const std::vector<size_t> &accesses) const;
  bool isWithinBounds(const Path &fixed) const;
  bool mayComeFirst(size_t write, size_t read) const;
  void testPair(size_t a, size_t b);
  void settleDependences();
  bool supposeInjective();
  bool isKilled(size_t read) const;
  void report(const Dependence &dependence, const std::string &removedBy);
  /// Numbers of the accesses to the object in the loop.
  std::vector<size_t> accessesOf(ObjectId object) const;
  void addBlocker(Blocker blocker);
  bool hasRole(ObjectId object) const { return WithRole.count(object); }
  std::string nameOf(ObjectId object) const;
  bool sameIsHarmless(ObjectId a, ObjectId b) const;
  std::optional<std::pair<size_t, size_t>> firstOverlap(const std::vector<size_t> &a,
                                                        const std::vector<size_t> &b) const;
  bool isGiven(const std::string &a, const std::string &b) const;
  std::vector<std::vector<size_t>> placesOf(const std::vector<size_t> &accesses) const;
  bool checkPieces(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role);
  bool checkRanges(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role,
                   bool limitsAll);
  bool checkParts(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role,
                  bool limitsAll);
  std::optional<Assumption> checkOwners(const std::vector<size_t> &a, const std::vector<size_t> &b,
                                        ValueLimits &limits) const;
  std::optional<DisjointRows> checkEitherRows(const std::vector<size_t> &a,
                                              const std::vector<size_t> &b,
                                              std::vector<Polynomial> &assumed,
                                              ValueLimits &limits) const;
  std::optional<DisjointRows> checkRows(const std::vector<size_t> &rows,
                                        const std::vector<size_t> &others,
                                        std::vector<Polynomial> &assumed,
                                        ValueLimits &limits) const;
  bool isWholeObject(ObjectId id) const;
  static const clang::FieldDecl *firstMember(const Path &path);
  bool sameClass(ObjectId a, ObjectId b) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  LoopResult &Out;
  std::map<ScalarKey, std::vector<size_t>> Scalars;
  std::vector<ScalarKey> ScalarOrder;
  std::vector<size_t> Elements;
  std::vector<Dependence> Carried; ///< between elements of one object
  bool AllCarried = true;          ///< no pair was left out after a first dependence
  std::set<ObjectId> WithRole;
  std::vector<LastAssigned> LastOnes; ///< those that are written together are one
  std::set<ObjectId> Settled;         ///< objects whose elements need no further test
  std::set<size_t> AtomicWrites;      ///< accesses that become atomic
  /// Pairs that must be checked even if to be one object would carry nothing.
  std::set<std::pair<ObjectId, ObjectId>> MustDiffer;
  bool Collides = false;         ///< some dependence that `depends` found is proven
  std::uint64_t CopiedBytes = 0; ///< on the stack of each thread, by the roles so far
  std::set<std::pair<std::string, std::string>> Reported;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_JUDGEMENT_H
