//===- DeviceRegion.cpp - data that stays on a device between loops -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int t = 0; t < steps; t++) {       u and v are copied once in front of it, and once behind
//     for (int i = 1; i < n - 1; i++) v[i] = ...u...
//     for (int i = 1; i < n - 1; i++) u[i] = ...v...
//   }
//
//   for (int i = 0; i < n; i++) v[i] = ...u...       and so here, from the first loop to the last
//   for (int i = 0; i < n; i++) w[i] = ...v...
//
// Theorem. Let S be a loop, or statements of one block, that is entered at its begin and left at
// its end, and let loops in S run on a device. What is there already when a loop asks for it is not
// copied again (OpenMP 5.2, 5.8.3). Then the ranges of DeviceData.cpp, found for S as if it were
// one loop, can stay there while S runs, if
//
//   1. nothing else in S reaches their elements, or changes where they are; nor does what the host
//      asks in front of a loop read them;
//   2. none of the loops runs on the host: each that does so where some condition fails asks for
//      the same in front of S, and where that fails nothing stays;
//   3. an element that S may leave as it is was copied to the device before it goes back.
//
// On 2: a condition means the same in front of S if nothing in S changes what its text names. That
// two ranges do not overlap follows from the same for the ranges of S, which hold them.
//
// On 3: nothing needs to be copied at first of what the first loop that reaches it writes as a
// whole, in each run of S. If besides nothing reads it behind S (see DeviceScratch.cpp), nothing
// goes back.
//
// DeviceBlock.cpp gives statements of a block to this code, as a loop that runs once.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceRegion.h"

#include "analyses/DeviceParts.h"
#include "analyses/DeviceScratch.h"
#include "analyses/EntryText.h"
#include "analyses/StableText.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

namespace {
class RegionData {
public:
  RegionData(const JudgeContext &judgement, LoopId loop, const std::vector<JudgedLoop> &all)
      : J(judgement), M(judgement.model), L(loop), Judged(M.loops[loop]), All(all),
        Inside(loopsOnDevice(M, loop, all)), Data(judgement, loop, Plain) {}

  std::optional<DeviceRegion> describe(llvm::ArrayRef<const Stmt *> statements);

private:
  bool staysInside(llvm::ArrayRef<const Stmt *> statements) const;
  void collectUses();
  bool collectAccesses();
  bool holdsRanges(const DeviceForm &form) const;
  bool isApart(const Access &access) const;
  const JudgedLoop *onDevice(const Access &access) const;
  std::optional<std::vector<Polynomial>> writesAll(const DevicePart &part,
                                                   const ElementRange &range) const;
  void chooseDirections(llvm::ArrayRef<const Stmt *> statements, DeviceForm &form);
  bool takeConditions(DeviceForm &form) const;
  bool takeCondition(const RunTimeCheck &check, LoopId loop, DeviceForm &form) const;
  bool isFixedAt(const RunTimeCheck &check, LoopId loop) const;
  bool asksForData(const LoopResult &loop) const;
  const DevicePart *partAt(const std::string &pointer) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  const std::vector<JudgedLoop> &All;
  std::vector<JudgedLoop> Inside;
  std::vector<DeviceUse> Uses;
  LoopResult Plain; ///< of a loop that is not parallel
  DeviceParts Data;
};
} // namespace

std::vector<JudgedLoop> loopsOnDevice(const Model &model, LoopId around,
                                      const std::vector<JudgedLoop> &all) {
  std::vector<JudgedLoop> inside;
  for (const JudgedLoop &each : all) {
    bool isInside = each.loop != NoLoop && each.loop != around && each.result->device &&
                    model.isInside(each.loop, around);
    bool isOutermost = llvm::none_of(
        inside, [&](const JudgedLoop &other) { return model.isInside(each.loop, other.loop); });
    if (isInside && isOutermost)
      inside.push_back(each);
  }
  return inside;
}

std::optional<DeviceRegion> deviceRegionOf(const JudgeContext &judgement, LoopId loop,
                                           const std::vector<JudgedLoop> &all,
                                           llvm::ArrayRef<const Stmt *> statements) {
  return RegionData(judgement, loop, all).describe(statements);
}

std::optional<DeviceRegion> RegionData::describe(llvm::ArrayRef<const Stmt *> statements) {
  collectUses();
  DeviceForm form;
  if (Uses.empty() || !staysInside(statements) || !collectAccesses() || !Data.map(form).empty() ||
      !holdsRanges(form) || !takeConditions(form))
    return std::nullopt;
  chooseDirections(statements, form);
  if (!Data.spellConditions(form))
    return std::nullopt;
  DeviceRegion region;
  region.data = std::move(form.data);
  region.checks = std::move(form.checks);
  for (const JudgedLoop &each : Inside) {
    // Two loops that one directive shares out ask for both numbers.
    bool isAlike = llvm::all_of(All, [&](const JudgedLoop &other) {
      bool isAsked = other.loop == each.loop ||
                     (other.loop != NoLoop && M.loops[other.loop].parent == each.loop);
      return !isAsked || isFixedText(M, L, other.loop, other.result->tripCount);
    });
    region.loops.push_back({each.result->directiveOffset, isAlike});
  }
  return region;
}

/// Does a function of the library that reads or prints get values only, and no way to data? The
/// arguments of those of C are looked at as accesses.
static bool passesValues(const CallExpr &call) {
  auto isStream = [](const Expr *argument) {
    const auto *record = argument->getType()->getAsCXXRecordDecl();
    return record && isOfLibrary(*record) && record->getDeclName().isIdentifier() &&
           record->getName().starts_with("basic_") && record->getName().ends_with("stream");
  };
  std::vector<const Expr *> arguments(call.arg_begin(), call.arg_end());
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call))
    arguments.push_back(member->getImplicitObjectArgument());
  if (llvm::none_of(arguments, [](const Expr *each) { return each->getType()->isRecordType(); }))
    return true;
  return llvm::all_of(arguments, [&](const Expr *each) {
    QualType type = each->getType();
    bool isValue = each->isPRValue() && (type->isArithmeticType() || type->isEnumeralType());
    return isStream(each) || isValue || type->isFunctionType() || type->isFunctionPointerType() ||
           isa<StringLiteral>(each->IgnoreParenImpCasts());
  });
}

/// Is every call in the text that begins at the location one that passes values, and is there one?
static bool passesValuesAt(const Stmt *statement, SourceLocation location, bool &isFound) {
  if (!statement)
    return true;
  const auto *call = dyn_cast<CallExpr>(statement);
  if (call && (call->getBeginLoc() == location || call->getExprLoc() == location)) {
    isFound = true;
    if (!passesValues(*call))
      return false;
  }
  return llvm::all_of(statement->children(),
                      [&](const Stmt *child) { return passesValuesAt(child, location, isFound); });
}

/// Is it left at its end, and nothing called that may reach any data?
bool RegionData::staysInside(llvm::ArrayRef<const Stmt *> statements) const {
  for (size_t i = Judged.effectBegin; i < Judged.effectEnd; ++i) {
    const Effect &effect = M.effects[i];
    if (effect.reason == "early-exit" && effect.outermost != NoLoop &&
        M.isInside(effect.outermost, L))
      continue;
    if (effect.reason != "observable-order")
      return false;
    bool isFound = false;
    bool passes = llvm::all_of(statements, [&](const Stmt *each) {
      return passesValuesAt(each, effect.location, isFound);
    });
    if (!passes || !isFound)
      return false;
  }
  return true;
}

/// The variables that the loops inside copy.
void RegionData::collectUses() {
  std::set<const VarDecl *> known;
  for (const JudgedLoop &each : Inside)
    for (const DeviceUse &use :
         deviceUses(J.context, J.effects, *M.loops[each.loop].statement).uses) {
      bool isMapped = llvm::any_of(each.result->device->data, [&](const MappedData &data) {
        return data.variable == use.variable->getNameAsString() && (data.isRead || data.isWritten);
      });
      if (isMapped && known.insert(use.variable->getCanonicalDecl()).second)
        Uses.push_back({use.variable, use.kind, {}, {}});
    }
  for (const DeviceUse &use : Uses)
    Data.Parts.push_back({&use, {}, {}});
}

/// The loop that performs the access on the device; null if the host does.
const JudgedLoop *RegionData::onDevice(const Access &access) const {
  for (const JudgedLoop &each : Inside)
    if (M.isInside(access.loop, each.loop))
      return &each;
  return nullptr;
}

/// Shares the accesses out among the variables; false if something else reaches what one leads to.
bool RegionData::collectAccesses() {
  std::vector<size_t> others;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const Object &object = M.objects[access.path.object];
    const ValueDecl *name = leadingName(M, access);
    auto part = llvm::find_if(Data.Parts, [&](const DevicePart &each) {
      return name && each.use->variable->getCanonicalDecl() == name->getCanonicalDecl();
    });
    bool isPointer = part != Data.Parts.end() && part->use->kind == DeviceUseKind::Pointer &&
                     isWholeVariable(access.path) && object.declaration == part->use->variable &&
                     !object.isReference;
    if (!onDevice(access) || part == Data.Parts.end() || isHeader(access.path) || isPointer) {
      others.push_back(i);
      continue;
    }
    if (!part->accesses.empty() &&
        M.accesses[part->accesses.front()].path.object != access.path.object)
      return false;
    part->accesses.push_back(i);
  }
  return llvm::all_of(others, [&](size_t i) { return isApart(M.accesses[i]); });
}

/// Does the access only read where the elements are, or reach other memory than theirs?
bool RegionData::isApart(const Access &access) const {
  if (isHeader(access.path) && !access.isWrite)
    return true; // of any container: the device writes elements only
  const ValueDecl *object = M.objects[access.path.object].declaration;
  return llvm::all_of(Data.Parts, [&](const DevicePart &part) {
    bool isItself = object &&
                    object->getCanonicalDecl() == part.use->variable->getCanonicalDecl() &&
                    (isHeader(access.path) ||
                     (part.use->kind == DeviceUseKind::Pointer && isWholeVariable(access.path)));
    if (isItself)
      return !access.isWrite;
    return !part.accesses.empty() &&
           !M.mayOverlap(access.path.object, M.accesses[part.accesses.front()].path.object);
  });
}

/// No loop may ask for more of a variable than is there (OpenMP 5.2, 5.8.3). Where one asks for all
/// of a container because it knows no bounds, what is known around it may be less.
bool RegionData::holdsRanges(const DeviceForm &form) const {
  return llvm::all_of(form.data, [&](const MappedData &kept) {
    const std::string whole = kept.variable + ".size()";
    return kept.high == whole || llvm::none_of(Inside, [&](const JudgedLoop &each) {
             return llvm::any_of(each.result->device->data, [&](const MappedData &data) {
               return data.variable == kept.variable && data.high == whole;
             });
           });
  });
}

/// Part 2 of the theorem.
bool RegionData::takeConditions(DeviceForm &form) const {
  for (const JudgedLoop &each : Inside) {
    const LoopResult &result = *each.result;
    if (asksForData(result))
      return false;
    for (const RunTimeCheck &check : result.device->checks)
      if (!takeCondition(check, each.loop, form))
        return false;
    for (const Assumption &assumption : result.assumptions)
      if (assumption.check && !takeCondition(*assumption.check, each.loop, form))
        return false;
  }
  return true;
}

const DevicePart *RegionData::partAt(const std::string &pointer) const {
  for (const DevicePart &part : Data.Parts)
    if (part.range && part.range->pointer == pointer)
      return &part;
  return nullptr;
}

/// Is it asked for what keeps its value in all of the statements?
bool RegionData::isFixedAt(const RunTimeCheck &check, LoopId loop) const {
  auto isFixed = [&](const std::string &text) { return isFixedText(M, L, loop, text); };
  auto isFixedRange = [&](const ElementRange &range) {
    return !range.dereferences && isFixed(range.pointer) && isFixed(range.low) &&
           isFixed(range.high);
  };
  if (const auto *ranges = std::get_if<DisjointRanges>(&check))
    return isFixedRange(ranges->first) && isFixedRange(ranges->second);
  if (const auto *objects = std::get_if<DistinctObjects>(&check))
    return isFixed(objects->first) && isFixed(objects->second);
  const auto *condition = std::get_if<ValueCondition>(&check);
  return condition && isFixed(condition->text);
}

bool RegionData::takeCondition(const RunTimeCheck &check, LoopId loop, DeviceForm &form) const {
  if (!isFixedAt(check, loop))
    return false;
  RunTimeCheck wanted = check;
  if (const auto *ranges = std::get_if<DisjointRanges>(&check)) {
    const DevicePart *first = partAt(ranges->first.pointer),
                     *second = partAt(ranges->second.pointer);
    if (first && second && first != second)
      wanted = first < second ? DisjointRanges{*first->range, *second->range}
                              : DisjointRanges{*second->range, *first->range};
  }
  if (!llvm::is_contained(form.checks, wanted))
    form.checks.push_back(std::move(wanted));
  return true;
}

/// May the host read, in front of the loop, what only the device has?
bool RegionData::asksForData(const LoopResult &loop) const {
  auto readsData = [&](llvm::StringRef text) {
    return followsPointers(text) || llvm::any_of(Data.Parts, [&](const DevicePart &part) {
             return part.use->kind == DeviceUseKind::Object &&
                    mentionsName(text, part.use->variable->getNameAsString());
           });
  };
  return readsData(loop.nonEmptyCondition) || readsData(loop.tripCount) ||
         readsData(loop.indexAfterLoop) ||
         llvm::any_of(loop.device->data, [&](const MappedData &data) {
           return readsData(data.low) || readsData(data.high);
         });
}

/// Part 3 of the theorem: does a loop, each time it runs on the device, write the whole range
/// before any reads of it? Else nothing; the conditions are those under which that loop runs.
std::optional<std::vector<Polynomial>> RegionData::writesAll(const DevicePart &part,
                                                             const ElementRange &range) const {
  auto isPureWrite = [&](size_t i) {
    const Access &access = M.accesses[i];
    return access.isWrite && access.update < 0 && access.updateInCallee < 0;
  };
  for (size_t i : part.accesses) {
    if (!isPureWrite(i))
      return std::nullopt;
    const Access &access = M.accesses[i];
    auto written = !access.mayKeep && Data.isDense(part, i) ? Data.rangeOf({i}) : std::nullopt;
    if (!written || written->isUpperBound || written->pointer != range.pointer ||
        written->low != range.low || written->high != range.high)
      continue;
    const JudgedLoop *writer = onDevice(access);
    // What host loops around it choose is written when they are over, not before.
    auto isOfWriter = [&](SymbolId symbol) {
      for (LoopId loop = access.loop; M.isInside(loop, writer->loop); loop = M.loops[loop].parent)
        if (M.loops[loop].indexSymbol == symbol)
          return true;
      return !M.varies(symbol, L);
    };
    bool isWholeEachTime = llvm::all_of(access.path.components, [&](const Component &component) {
      return !component.index || llvm::all_of(component.index->terms(), [&](const auto &term) {
        return llvm::all_of(term.first, isOfWriter);
      });
    });
    if (!isWholeEachTime)
      return std::nullopt;
    bool isReadBeside = llvm::any_of(part.accesses, [&](size_t other) {
      return onDevice(M.accesses[other]) == writer && !isPureWrite(other);
    });
    if (isReadBeside)
      return std::nullopt;
    std::vector<Polynomial> needed;
    for (LoopId loop = access.loop;; loop = M.loops[loop].parent) {
      const Loop &around = M.loops[loop];
      if (!around.provenNonEmpty)
        needed.push_back(*around.trip - Polynomial(1)); // each of them is counted, if it is dense
      if (loop == L)
        break;
    }
    return needed;
  }
  return std::nullopt;
}

void RegionData::chooseDirections(llvm::ArrayRef<const Stmt *> statements, DeviceForm &form) {
  std::vector<const Stmt *> inside;
  for (const JudgedLoop &each : Inside)
    inside.push_back(M.loops[each.loop].statement);
  for (size_t i = 0; i < form.data.size(); ++i) {
    MappedData &data = form.data[i];
    const DevicePart &part = Data.Parts[i];
    bool isObject = part.use->kind == DeviceUseKind::Object;
    data.isRead = true;
    if (!data.isWritten || part.accesses.empty())
      continue;
    auto range = isObject ? Data.rangeOf(part.accesses) : part.range;
    auto needed = range ? writesAll(part, *range) : std::nullopt;
    if (!needed)
      continue;
    data.isScratch =
        isUnreadBehind(J.context, *M.function, *part.use->variable, statements, inside);
    // All of a variable comes back, so all of it must have been written.
    const auto *array = J.context.getAsConstantArrayType(part.use->variable->getType());
    bool isWhole = !isObject || (array && range->low == "0" &&
                                 range->high == llvm::toString(array->getSize(), 10, false));
    if (!data.isScratch && !isWhole)
      continue;
    data.isRead =
        llvm::any_of(*needed, [&](const Polynomial &value) { return !Data.require(value); });
    data.isScratch &= !data.isRead;
  }
}

} // namespace loomp
