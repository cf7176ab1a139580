//===- SparedPlaces.cpp - what a loop reads and is supposed not to write --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Bounds and offsets may stand in memory of the type that the loop writes:
//
//   for (int i = 0; i < *n; i++) a[i + *offset] = 0;              int *a, *n, *offset
//
// Let S be what a nest reads at places that are fixed in one of its loops, and that this loop, as
// far as a look at its text tells, may write in other ways than by the name of the variable. In a
// walk of its own (FurtherWalks.cpp) the nest is supposed never to write S while that loop runs.
//
// Theorem: let the supposed execution be the one in which all reads of S find what was there before
// the loop. If in it no write of that loop, in whatever iteration, meets a read of S in whatever
// other, the same, or none, it is the real one. For up to the first write that meets a place of S
// the two are the same; this write is one of the supposed execution, and unless a later read of the
// supposed execution finds its trace, the two are the same beyond it.
//
// So it is not enough that no two iterations meet: a write in front of a conditional read of the
// same iteration changes what that finds, and one in the last iteration what the header reads next.
// A check that compares all that is touched of one object with all that is touched of another one,
// at the start of the nest, is enough: what it is computed from are values at that point, which are
// those of both executions, and what it covers is the supposed execution. Hence every write that
// may meet a read of S must belong to another object, both of them older than the nest. They are a
// pair then that Overlaps.cpp has to check or else reports. The check chooses between two versions,
// since the parallel one computes bounds, and what variables with roles end with, only once.
//
// The supposition is one of this nest, and of all its executions the check tells of one. Nothing
// that it says of the loops inside, of loops around it or of what comes behind may be used, and no
// form but two versions: loops inside run in the serial version, too.
//
//===----------------------------------------------------------------------===//

#include "analyses/SparedPlaces.h"

#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// A number or pointer at a place that is the same all through the loop.
static bool isFixedScalar(const Model &model, LoopId loop, const Path &path) {
  return !path.type.isNull() && path.type->isScalarType() &&
         !model.isInside(model.objects[path.object].loop, loop) &&
         llvm::all_of(path.components, [&](const Component &component) {
           return component.kind == Component::Kind::Field ||
                  component.kind == Component::Kind::Buffer ||
                  (component.kind == Component::Kind::Index && component.index &&
                   component.index->isValid() && !model.varies(*component.index, loop));
         });
}

bool Evaluator::isInSparedNest(const Stmt &statement) const {
  return SparedNest && Frames.back().isLexical &&
         (&statement == SparedNest || llvm::any_of(LoopStack, [&](LoopId around) {
           return Result.loops[around].statement == SparedNest;
         }));
}

/// In front of its first iteration, supposes of a loop of the nest that it spares fixed places.
void Evaluator::sparePlaces(LoopId loop) {
  const ModifiedSet &modified = *LoopModified.back();
  if (!isInSparedNest(*Result.loops[loop].statement) || modified.anything)
    return;
  auto spared = std::make_shared<ModifiedSet>(modified);
  spared->sparesNamed = true;
  std::erase_if(spared->indirect, [](const IndirectWrite &write) {
    return !write.type.isNull() && write.type->isScalarType();
  });
  LoopSpared.back() = std::move(spared);
  Result.loops[loop].isSpeculative = true;
}

/// May it be supposed that this loop of LoopStack leaves the place alone? Not where it writes into
/// the same object.
bool Evaluator::maySpare(size_t depth, const Path &path) const {
  return LoopSpared[depth] && isFixedScalar(Result, LoopStack[depth], path) &&
         llvm::none_of(LoopModified[depth]->indirect, [&](const IndirectWrite &write) {
           return write.through && Result.typesMayOverlap(write.type, path.type) &&
                  leadsTo(*write.through) == path.object;
         });
}

/// Does a loop that is being walked through rest on the supposition that it leaves this alone?
bool Evaluator::isSpared(const Path &path) const {
  for (size_t i = 0; i < LoopStack.size(); ++i)
    if (maySpare(i, path) && !loopMayWrite(i, path))
      return true;
  return false;
}

/// Is the value what stands at a member, or behind a pointer, that the innermost loop leaves alone,
/// or is supposed to? Where the place is found in the same way all through the loop, the loop may
/// name it.
bool Evaluator::isSparedPlace(const Expr &expression) {
  const Expr *place = expression.IgnoreParenImpCasts();
  if (!place->isGLValue() || !place->getType()->isScalarType() || !isPure(place))
    return false;
  bool quiet = std::exchange(Quiet, true);
  Place read = evaluatePlace(place);
  Quiet = quiet;
  size_t innermost = LoopStack.size() - 1;
  bool isMember = llvm::all_of(read.path.components, [](const Component &component) {
    return component.kind == Component::Kind::Field || component.kind == Component::Kind::Index;
  });
  return !read.isVolatile && isMember && !read.path.components.empty() &&
         isFixedScalar(Result, LoopStack[innermost], read.path) &&
         !loopMayWrite(innermost, read.path) && !MovedStarts.count(keyOf(read.path));
}

/// The outermost loop for which the supposition makes a difference to a read of the place.
LoopId Evaluator::sparedIn(const Place &place) const {
  for (size_t i = 0; i < LoopStack.size() && SparedNest; ++i)
    if (!place.isVolatile && maySpare(i, place.path) && !loopMayWrite(i, place.path) &&
        mayWrite(*LoopModified[i], *LoopModified[i], place.path, [&](const VarDecl &variable) {
          return leadsElsewhere(variable, LoopStack[i], place.path.object);
        }))
      return LoopStack[i];
  return NoLoop;
}

/// Does the loop write into the object where the read may find it?
static bool writesSameObject(const Model &model, LoopId loop, const Path &read) {
  for (size_t i = model.loops[loop].accessBegin; i < model.loops[loop].accessEnd; ++i) {
    const Access &access = model.accesses[i];
    if (access.isWrite && access.path.object == read.object && model.mayOverlap(access.path, read))
      return true;
  }
  return false;
}

bool readsUnknownFixedPlace(const Model &model, ModifiedSets &modified, LoopId loop) {
  const Loop &nest = model.loops[loop];
  if (nest.effectBegin != nest.effectEnd)
    return false;
  // Is what the access found, of which `level` is where it may vary, unknown in a loop of the nest?
  auto isUnknown = [&](const Access &access, LoopId level) {
    for (LoopId each = access.loop; each != NoLoop && model.isInside(each, loop);
         each = model.loops[each].parent)
      if (model.isInside(level, each) && model.loops[each].isLexical &&
          isFixedScalar(model, each, access.path) && !writesSameObject(model, each, access.path) &&
          !modified.ofIterations(*model.loops[each].statement).anything)
        return true;
    return false;
  };
  auto isInNest = [&](size_t access) {
    return access >= nest.accessBegin && access < nest.accessEnd && !model.accesses[access].isWrite;
  };
  for (const auto &[symbol, access] : model.loadedBy)
    if (isInNest(access) && isUnknown(model.accesses[access], model.symbols[symbol].loop))
      return true;
  for (const auto &[object, place] : model.loadedFrom)
    for (size_t i = nest.accessBegin; i < nest.accessEnd; ++i)
      if (isInNest(i) && isSamePlace(model.accesses[i].path, place) &&
          isUnknown(model.accesses[i], model.objects[object].loop))
        return true;
  return false;
}

bool sparesByOverlaps(const Model &model, LoopId loop) {
  const Loop &nest = model.loops[loop];
  auto isOlder = [&](const Path &path) {
    const Object &object = model.objects[path.object];
    return object.kind != ObjectKind::Temporary && !model.isInside(object.loop, loop) &&
           (!object.declaration || object.declaration != nest.index);
  };
  for (size_t i = nest.accessBegin; i < nest.accessEnd; ++i) {
    const Access &read = model.accesses[i];
    // What is read as a whole may have parts that are spared.
    bool isWhole = read.path.type.isNull() || !read.path.type->isScalarType();
    if (read.isWrite || (read.sparedIn == NoLoop && !isWhole))
      continue;
    const Loop &spared = isWhole ? nest : model.loops[read.sparedIn];
    for (size_t j = spared.accessBegin; j < spared.accessEnd; ++j) {
      const Access &write = model.accesses[j];
      if (!write.isWrite || !model.mayOverlap(read.path, write.path))
        continue;
      // What moves a place is told of by its role.
      bool isMove = false;
      for (LoopId each = write.loop; each != NoLoop && model.isInside(each, loop) && !isMove;
           each = model.loops[each].parent)
        isMove = isSamePlace(read.path, write.path) && isMoveOf(model.loops[each], write);
      if (!isMove &&
          (write.path.object == read.path.object || !isOlder(read.path) || !isOlder(write.path)))
        return false;
    }
  }
  return true;
}

} // namespace loomp
