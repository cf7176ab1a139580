//===- Overlaps.cpp - two objects that may share memory -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Part 4 of the theorem in Judge.cpp. For a pair of objects that may overlap, one of them written,
// there are three ways out: to be the same object would be harmless too (containers and class
// objects are one or disjoint, never shifted); their identity or their ranges can be compared at
// run time; or the loop stays unknown. Ranges are those of pieces: the object itself and the
// storage of each container in it.
//
//   void f(double &s, const double *a, int n) { for (...) s += a[i]; }       s and a[0 .. n)
//
// Where a variable with a role may overlap, an `if` clause would be unsound, since it keeps the
// private copies. Then the check chooses between two versions of the loop, of which one is the
// text as it stands (Assumption::guardsLoop).
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/ParameterCondition.h"
#include "analyses/Provenance.h"
#include "analyses/Ranges.h"

#include <algorithm>
#include <tuple>

using namespace clang;

namespace loomp {

/// If the two containers were one and the same, would the loop still carry nothing?
bool Judgement::sameIsHarmless(ObjectId a, ObjectId b) const {
  for (size_t x : Elements)
    for (size_t y : Elements) {
      const Access &first = M.accesses[x], &second = M.accesses[y];
      bool across = first.path.object == a && second.path.object == b;
      if (!across || (!first.isWrite && !second.isWrite))
        continue;
      if (carriedDependence(M, J.solver, L, x, y, {.sameObject = true}) ||
          carriedDependence(M, J.solver, L, y, x, {.sameObject = true}))
        return false;
    }
  return true;
}

/// Is this one object of a class, accessed in the loop through its members only?
bool Judgement::isWholeObject(ObjectId id) const {
  const Object &object = M.objects[id];
  bool isPointee = object.kind == ObjectKind::Pointee || object.kind == ObjectKind::Loaded;
  if (object.kind != ObjectKind::This && !object.isReference && !isPointee)
    return false;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i)
    if (M.accesses[i].path.object == id &&
        (!firstMember(M.accesses[i].path) || !liesInObject(M, M.accesses[i].path)))
      return false;
  return true;
}

/// The member of a whole object that the path leads through; null if there is none.
const FieldDecl *Judgement::firstMember(const Path &path) {
  if (leadsThroughPointer(path))
    return path.components[1].field;
  return path.components.empty() ? nullptr : path.components[0].field;
}

bool Judgement::sameClass(ObjectId a, ObjectId b) const {
  // Members of a base class would say less about the objects themselves.
  const RecordDecl *record = nullptr;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Path &path = M.accesses[i].path;
    if (path.object != a && path.object != b)
      continue;
    const RecordDecl *own = firstMember(path)->getParent();
    if (record && own != record)
      return false;
    record = own;
    if (ownsAnother(M, path, J.context.getCanonicalTagType(own)))
      return false;
  }
  return record;
}

/// Do the conditions around it contradict each other? Then a number is both negative and not.
bool Judgement::neverHappens(size_t access) const {
  int guard = M.accesses[access].guard;
  if (!Judged.isCanonical || guard == Judged.guardInside)
    return false;
  Polynomial index = Polynomial::symbol(Judged.indexSymbol);
  return isNonNegativeAt(M, J.solver, guard, index) &&
         isNonNegativeAt(M, J.solver, guard, Polynomial(-1) - index);
}

/// Two accesses that may meet, at least one of them a write; each of the lists may be empty.
std::optional<std::pair<size_t, size_t>>
Judgement::firstOverlap(const std::vector<size_t> &a, const std::vector<size_t> &b) const {
  if (a.empty() || b.empty() ||
      !M.mayOverlap(M.accesses[a.front()].path.object, M.accesses[b.front()].path.object))
    return std::nullopt;
  // Atomic updates with one operator may meet.
  auto bothAtomic = [&](size_t x, size_t y) {
    int first = M.accesses[x].update, second = M.accesses[y].update;
    return AtomicWrites.count(x) && AtomicWrites.count(y) &&
           M.updates[first].op == M.updates[second].op &&
           J.context.hasSameUnqualifiedType(M.accesses[x].path.type, M.accesses[y].path.type);
  };
  for (size_t x : a)
    for (size_t y : b)
      if (!bothAtomic(x, y) && (M.accesses[x].isWrite || M.accesses[y].isWrite) &&
          M.mayOverlap(M.accesses[x].path, M.accesses[y].path))
        return std::pair(x, y);
  return std::nullopt;
}

void Judgement::judgeOverlaps() {
  std::vector<size_t> all = Elements;
  for (const auto &[key, accesses] : Scalars)
    all.insert(all.end(), accesses.begin(), accesses.end());
  std::sort(all.begin(), all.end());
  std::map<ObjectId, std::vector<size_t>> byObject;
  std::vector<ObjectId> objects;
  for (size_t i : all) {
    std::vector<size_t> &accesses = byObject[M.accesses[i].path.object];
    if (accesses.empty())
      objects.push_back(M.accesses[i].path.object);
    accesses.push_back(i);
  }
  std::map<std::pair<ObjectId, ObjectId>, std::pair<size_t, size_t>> pairs;
  std::vector<std::pair<ObjectId, ObjectId>> order;
  for (size_t i = 0; i < objects.size(); ++i)
    for (size_t j = i + 1; j < objects.size(); ++j)
      if (auto meeting = firstOverlap(byObject[objects[i]], byObject[objects[j]])) {
        auto key = std::minmax(objects[i], objects[j]);
        bool swapped = key.first != objects[i];
        pairs[key] = swapped ? std::pair(meeting->second, meeting->first) : *meeting;
        order.push_back(key);
      }
  bool isSpeculative = false;
  for (LoopId inner = 0; inner < static_cast<LoopId>(M.loops.size()); ++inner)
    isSpeculative |= M.isInside(inner, L) && M.loops[inner].isSpeculative;
  // A loop with this many open questions is not helped by a list of them.
  constexpr size_t limit = 16;
  bool allGiven = J.options.assumesNoAlias && J.options.assumedNames.empty();
  if (order.size() > limit && !allGiven) {
    addBlocker({.reason = "needs-assumption",
                .message = "loop is parallel only if " + std::to_string(order.size()) +
                           " pairs of objects do not overlap",
                .source = Out.position,
                .remedy = "use local copies or '__restrict' where they never overlap"});
    return;
  }
  for (const auto &key : order) {
    auto [first, second] = key;
    const Object &a = M.objects[first], &b = M.objects[second];
    const auto &[accessA, accessB] = pairs[key];
    std::string nameA = nameOf(first), nameB = nameOf(second);
    Assumption assumption{.kind = "no-alias",
                          .text = "'" + nameA + "' and '" + nameB + "' do not overlap"};
    if (isGiven(nameA, nameB)) {
      assumption.isGiven = true;
      Out.assumptions.push_back(std::move(assumption));
      continue;
    }
    // Nor may a loop run, under an `if` clause, that counts by what it may change.
    bool role = hasRole(first) || hasRole(second) || isSpeculative;

    // Two containers of one type are the same or have nothing in common.
    auto isContainer = [&](const Object &object, ObjectId id) {
      if (!object.declaration || !(object.isReference || object.kind == ObjectKind::Variable))
        return false;
      for (size_t i : all) {
        const Access &access = M.accesses[i];
        if (access.path.object != id)
          continue;
        if (access.path.components.empty() ||
            (access.path.components[0].kind != Component::Kind::Buffer &&
             access.path.components[0].kind != Component::Kind::Size))
          return false;
      }
      return true;
    };
    auto ownsOthers = [&](ObjectId id) {
      QualType type = M.objects[id].declaration->getType().getNonReferenceType();
      return std::any_of(all.begin(), all.end(), [&](size_t i) {
        return M.accesses[i].path.object == id && ownsAnother(M, M.accesses[i].path, type);
      });
    };
    bool containers =
        isContainer(a, first) && isContainer(b, second) &&
        J.context.hasSameUnqualifiedType(a.declaration->getType().getNonReferenceType(),
                                         b.declaration->getType().getNonReferenceType()) &&
        !ownsOthers(first) && !ownsOthers(second);
    // So are two objects of one class, if only their members are touched.
    bool wholeObjects = isWholeObject(first) && isWholeObject(second) && sameClass(first, second);
    bool mayBeOne =
        (wholeObjects || containers) && !role && !MustDiffer.count(key) && !J.tellsApart;
    if (mayBeOne && sameIsHarmless(first, second))
      continue;
    assumption.guardsLoop = role;
    bool hasAddress = !overloadsAddress(M.typeAt(M.accesses[accessA].path, 0)) &&
                      !overloadsAddress(M.typeAt(M.accesses[accessB].path, 0));
    auto hasName = [](const Object &object) {
      return object.kind == ObjectKind::This || object.isReference;
    };
    bool bothNamed = hasName(a) && hasName(b);
    if (hasAddress &&
        ((wholeObjects && bothNamed) || (containers && a.isReference && b.isReference))) {
      assumption.text = "'" + nameA + "' and '" + nameB + "' are two objects";
      assumption.check = DistinctObjects{nameA, nameB};
    } else if (checkPieces(byObject[first], byObject[second], role)) {
      continue;
    } else {
      // Asked only where there is no other way.
      std::vector<size_t> some = byObject[first], others = byObject[second];
      auto isIdle = [&](size_t i) { return neverHappens(i); };
      size_t idle = std::erase_if(some, isIdle) + std::erase_if(others, isIdle);
      if (idle > 0 && (!firstOverlap(some, others) || checkPieces(some, others, role)))
        continue;
    }
    if (!assumption.check) {
      Blocker blocker;
      blocker.reason = "needs-assumption";
      blocker.message =
          "loop is parallel only if '" + nameA + "' and '" + nameB + "' do not overlap";
      blocker.object = nameA;
      blocker.source = positionOf(J.context, M.accesses[accessA].location);
      blocker.sink = positionOf(J.context, M.accesses[accessB].location);
      blocker.sourceNote = "'" + M.text(M.accesses[accessA].path) + "' is accessed here";
      blocker.sinkNote = "'" + M.text(M.accesses[accessB].path) + "' is accessed here";
      blocker.remedy = role ? "use a local variable for the reduction or temporary"
                            : "qualify the pointers with '__restrict' if they never overlap";
      addBlocker(std::move(blocker));
    }
    Out.assumptions.push_back(std::move(assumption));
  }
}

/// Does the user vouch for it that the two do not overlap?
bool Judgement::isGiven(const std::string &a, const std::string &b) const {
  const std::set<std::string> &names = J.options.assumedNames;
  return J.options.assumesNoAlias && (names.empty() || names.count(a) || names.count(b));
}

/// Storage has one owner: what two containers own overlaps only if they are one and the same. A
/// check of the containers instead of their elements, if both are of one class.
std::optional<Assumption> Judgement::checkOwners(const std::vector<size_t> &a,
                                                 const std::vector<size_t> &b,
                                                 ValueLimits &limits) const {
  std::vector<Touch> first = ownersOf(M, a), second = ownersOf(M, b);
  if (first.empty() || second.empty() ||
      !J.context.hasSameUnqualifiedType(first[0].path.type, second[0].path.type))
    return std::nullopt;
  // A container with a name, or all the containers that the loop finds in another one.
  struct Containers {
    std::string name;
    ElementRange range;
    bool isOne = false;
  };
  auto spell = [&](const std::vector<Touch> &owners) -> std::optional<Containers> {
    Containers result;
    bool isOne = llvm::all_of(
        owners, [&](const Touch &each) { return isSamePlace(each.path, owners[0].path); });
    if (auto own = isOne ? placeAtEntry(M, L, owners[0].path, result.range.dereferences)
                         : std::optional<std::string>())
      return Containers{*own, {"&" + *own, "0", "1", result.range.dereferences}, true};
    auto range = touchedRange(M, J.solver, L, owners, J.context, nullptr, &limits);
    if (!range)
      return std::nullopt;
    llvm::StringRef name = range->pointer;
    name.consume_back(".data()");
    return Containers{name.str(), *range, false};
  };
  auto left = spell(first), right = spell(second);
  if (!left || !right)
    return std::nullopt;
  bool dereferences = left->range.dereferences || right->range.dereferences;
  if (dereferences && !Judged.provenNonEmpty && Out.nonEmptyCondition.empty())
    return std::nullopt;
  Assumption result{.kind = "no-alias"};
  if (left->isOne && right->isOne) {
    if (dereferences)
      return std::nullopt;
    result.text = "'" + left->name + "' and '" + right->name + "' are two objects";
    result.check = DistinctObjects{left->name, right->name};
    return result;
  }
  if (left->isOne || right->isOne) {
    const Containers &one = left->isOne ? *left : *right, &many = left->isOne ? *right : *left;
    result.text = "'" + one.name + "' is no element of '" + many.name + "'";
  } else {
    result.text = "'" + left->name + "' and '" + right->name + "' do not overlap";
  }
  result.check = DisjointRanges{left->range, right->range};
  return result;
}

/// The accesses, those together whose places are a fixed distance apart.
std::vector<std::vector<size_t>> Judgement::placesOf(const std::vector<size_t> &accesses) const {
  std::map<std::string, std::vector<size_t>> places;
  for (size_t i : accesses) {
    const Path &path = M.accesses[i].path;
    std::string key = pieceOf(path);
    size_t first = elementsBegin(path);
    if (first < path.components.size() && path.components[first].index) {
      const Polynomial &number = *path.components[first].index;
      key += " " + (number - Polynomial(number.constantTerm())).key();
    }
    places[key].push_back(i);
  }
  std::vector<std::vector<size_t>> result;
  for (auto &[key, part] : places)
    result.push_back(std::move(part));
  return result;
}

/// Adds a check for every two pieces of two objects that may meet; false, and nothing is added, if
/// the range of some piece has no spelling.
bool Judgement::checkPieces(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role) {
  // What is shortest, and what holds for more values, goes first.
  for (bool limitsAll : {false, true})
    if (checkRanges(a, b, role, limitsAll) || checkParts(a, b, role, limitsAll))
      return true;
  return false;
}

/// `d[j] + d[n - j]`: of two ranges none is known to end first. Each has a check of its own.
bool Judgement::checkParts(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role,
                           bool limitsAll) {
  constexpr size_t MostParts = 6;
  std::vector<std::vector<size_t>> some = placesOf(a), others = placesOf(b);
  if (some.size() * others.size() < 2 || some.size() * others.size() > MostParts)
    return false;
  size_t before = Out.assumptions.size();
  for (const std::vector<size_t> &partA : some)
    for (const std::vector<size_t> &partB : others)
      if (firstOverlap(partA, partB) && !checkRanges(partA, partB, role, limitsAll)) {
        Out.assumptions.resize(before);
        return false;
      }
  return true;
}

/// The same for two ranges at a time, each of which holds all that is touched of a piece. Whether
/// sums of wide values are asked about, which need limits.
bool Judgement::checkRanges(const std::vector<size_t> &a, const std::vector<size_t> &b, bool role,
                            bool limitsAll) {
  auto split = [&](const std::vector<size_t> &accesses) {
    std::map<std::string, std::vector<size_t>> pieces;
    for (size_t i : accesses) {
      // Of rows that are the same ones in all iterations each has a range of its own.
      const Path &path = M.accesses[i].path;
      std::string key = pieceOf(path);
      for (size_t k = 0; k < elementsBegin(path); ++k)
        if (const auto &number = path.components[k].index; number && !M.varies(*number, L))
          key += " " + number->key();
      pieces[key].push_back(i);
    }
    return pieces;
  };
  std::vector<Assumption> found;
  std::vector<Polynomial> assumed;
  ValueLimits limits;
  bool dereferences = false;
  for (const auto &[keyA, pieceA] : split(a))
    for (const auto &[keyB, pieceB] : split(b)) {
      if (!firstOverlap(pieceA, pieceB))
        continue;
      ValueLimits limitsBefore = limits;
      if (auto owners = checkOwners(pieceA, pieceB, limits)) {
        owners->guardsLoop = role;
        found.push_back(std::move(*owners));
        continue;
      }
      limits = limitsBefore;
      std::vector<Touch> touchesA = touchesOf(M, pieceA), touchesB = touchesOf(M, pieceB);
      std::vector<Polynomial> assumedBefore = assumed;
      auto rangeA = touchedRange(M, J.solver, L, touchesA, J.context, &assumed, &limits);
      auto rangeB = touchedRange(M, J.solver, L, touchesB, J.context, &assumed, &limits);
      bool cannotAsk = !Judged.provenNonEmpty && Out.nonEmptyCondition.empty();
      auto isOfUse = [&](const ElementRange &one, const ElementRange &other) {
        return !cannotAsk || (!one.dereferences && !other.dereferences);
      };
      if (!rangeA || !rangeB || !isOfUse(*rangeA, *rangeB)) {
        assumed = std::move(assumedBefore);
        limits = std::move(limitsBefore);
        if (auto leaving = pointsOutside(M, L, touchesA, touchesB, J.context);
            leaving && isOfUse(leaving->first, leaving->second)) {
          std::tie(rangeA, rangeB) = std::pair(leaving->first, leaving->second);
        } else if (auto entering = pointsOutside(M, L, touchesB, touchesA, J.context);
                   entering && isOfUse(entering->first, entering->second)) {
          std::tie(rangeB, rangeA) = std::pair(entering->first, entering->second);
        } else if (auto rows = checkEitherRows(pieceA, pieceB, assumed, limits);
                   rows && isOfUse(rows->each.first, rows->each.second)) {
          dereferences |= rows->each.first.dereferences || rows->each.second.dereferences;
          found.push_back({.kind = "no-alias",
                           .text = "'" + nameOf(M.accesses[pieceA[0]].path.object) + "' and '" +
                                   nameOf(M.accesses[pieceB[0]].path.object) + "' do not overlap",
                           .check = std::move(*rows),
                           .guardsLoop = role});
          continue;
        } else {
          return false;
        }
      }
      dereferences |= rangeA->dereferences || rangeB->dereferences;
      auto nameOfPiece = [&](const std::vector<size_t> &piece, const ElementRange &range) {
        llvm::StringRef name = range.pointer;
        bool isPart = name.consume_back(".data()") || name.consume_back(".get()") ||
                      M.loadedFrom.count(M.accesses[piece[0]].path.object);
        return isPart ? name.str() : nameOf(M.accesses[piece[0]].path.object);
      };
      found.push_back({.kind = "no-alias",
                       .text = "'" + nameOfPiece(pieceA, *rangeA) + "' and '" +
                               nameOfPiece(pieceB, *rangeB) + "' do not overlap",
                       .check = DisjointRanges{*rangeA, *rangeB},
                       .guardsLoop = role});
    }
  // What the forms of the ranges rest on. Limits stand in front of the sums that they protect.
  auto condition = [&](const std::string &text) {
    return Assumption{
        .kind = "no-alias", .text = text, .check = ValueCondition{text}, .guardsLoop = role};
  };
  std::vector<Assumption> first;
  for (const std::string &text : limitTexts(limits, J.context))
    first.push_back(condition(text));
  for (const Polynomial &value : assumed) {
    auto text = nonNegativeText(J, L, value);
    bool follows = false;
    if (!text && limitsAll)
      text = limitedNonNegativeText(M, L, value, J.context, follows);
    if (!text || (follows && !dereferences))
      return false;
    bool isLimit = value.constantTerm() > MostElements / 2;
    (isLimit ? first : found).push_back(condition(*text));
  }
  found.insert(found.begin(), first.begin(), first.end());
  for (Assumption &assumption : found)
    Out.assumptions.push_back(std::move(assumption));
  return !found.empty();
}

} // namespace loomp
