//===- LinearSystem.cpp - questions about integer points, answered by isl -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LinearSystem.h"

#include <isl/ctx.h>
#include <isl/mat.h>
#include <isl/options.h>
#include <isl/point.h>
#include <isl/set.h>
#include <isl/space.h>
#include <isl/val.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace loomp {

IntegerSolver::IntegerSolver(unsigned long budget) : Context(isl_ctx_alloc()), Budget(budget) {
  isl_options_set_on_error(Context, ISL_ON_ERROR_CONTINUE);
}

IntegerSolver::~IntegerSolver() { isl_ctx_free(Context); }

void LinearSystem::bound(unsigned unknown, std::optional<Coefficient> low,
                         std::optional<Coefficient> high) {
  if (low)
    add({{{unknown, 1}}, -*low, false});
  if (high)
    add({{{unknown, -1}}, *high, false});
}

static isl_val *toVal(isl_ctx *context, Coefficient value) {
  if (value >= INT64_MIN && value <= INT64_MAX)
    return isl_val_int_from_si(context, static_cast<long>(value));
  return isl_val_read_from_str(context, toString(value).c_str());
}

/// The rows as an isl set; `limit` adds a box: from 0 if `positive`, else around the
/// origin.
static isl_basic_set *build(isl_ctx *context, const std::vector<LinearSystem::Row> &rows,
                            unsigned unknowns, std::optional<Coefficient> limit, bool positive) {
  unsigned equalities = 0, inequalities = 0;
  for (const auto &row : rows)
    ++(row.isEquality ? equalities : inequalities);
  unsigned boxRows = limit ? 2 * unknowns : 0;
  isl_mat *equal = isl_mat_alloc(context, equalities, unknowns + 1);
  isl_mat *greater = isl_mat_alloc(context, inequalities + boxRows, unknowns + 1);
  auto fill = [&](isl_mat *matrix, unsigned line, const LinearSystem::Row &row) {
    for (unsigned column = 0; column <= unknowns; ++column)
      matrix = isl_mat_set_element_si(matrix, line, column, 0);
    for (const auto &[unknown, coefficient] : row.coefficients)
      matrix = isl_mat_set_element_val(matrix, line, unknown, toVal(context, coefficient));
    return isl_mat_set_element_val(matrix, line, unknowns, toVal(context, row.constant));
  };
  unsigned equalLine = 0, greaterLine = 0;
  for (const auto &row : rows) {
    if (row.isEquality)
      equal = fill(equal, equalLine++, row);
    else
      greater = fill(greater, greaterLine++, row);
  }
  for (unsigned unknown = 0; limit && unknown < unknowns; ++unknown) {
    greater = fill(greater, greaterLine++, {{{unknown, 1}}, positive ? 0 : *limit, false});
    greater = fill(greater, greaterLine++, {{{unknown, -1}}, *limit, false});
  }
  return isl_basic_set_from_constraint_matrices(isl_space_set_alloc(context, 0, unknowns), equal,
                                                greater, isl_dim_set, isl_dim_div, isl_dim_param,
                                                isl_dim_cst);
}

Answer LinearSystem::hasSolution(const IntegerSolver &solver) const {
  if (!solver.spend(Rows.size() * (Unknowns + 1)))
    return Answer::OutOfBudget;
  isl_ctx *context = solver.context();
  isl_ctx_reset_operations(context);
  isl_ctx_set_max_operations(context, solver.budget());
  isl_basic_set *set = build(context, Rows, Unknowns, std::nullopt, false);
  isl_bool empty = isl_basic_set_is_empty(set);
  isl_basic_set_free(set);
  isl_ctx_set_max_operations(context, 0);
  isl_ctx_reset_error(context);
  if (empty == isl_bool_error)
    return Answer::OutOfBudget;
  return empty == isl_bool_true ? Answer::No : Answer::Yes;
}

Answer areCovered(const LinearSystem &points, const std::vector<LinearSystem> &covers,
                  const IntegerSolver &solver) {
  unsigned long work = points.Rows.size() * (points.Unknowns + 1);
  for (const LinearSystem &cover : covers)
    work += 4 * cover.Rows.size() * (cover.Unknowns + 1);
  if (covers.size() > 64 || !solver.spend(work))
    return Answer::OutOfBudget;
  isl_ctx *context = solver.context();
  isl_ctx_reset_operations(context);
  isl_ctx_set_max_operations(context, solver.budget());
  isl_set *all =
      isl_set_from_basic_set(build(context, points.Rows, points.Unknowns, std::nullopt, false));
  isl_set *covered = isl_set_empty(isl_space_set_alloc(context, 0, points.Unknowns));
  for (const LinearSystem &cover : covers) {
    isl_basic_set *set = build(context, cover.Rows, cover.Unknowns, std::nullopt, false);
    set = isl_basic_set_project_out(set, isl_dim_set, points.Unknowns,
                                    cover.Unknowns - points.Unknowns);
    covered = isl_set_union(covered, isl_set_from_basic_set(set));
  }
  isl_bool answer = isl_set_is_subset(all, covered);
  isl_set_free(all);
  isl_set_free(covered);
  isl_ctx_set_max_operations(context, 0);
  isl_ctx_reset_error(context);
  if (answer == isl_bool_error)
    return Answer::OutOfBudget;
  return answer == isl_bool_true ? Answer::Yes : Answer::No;
}

/// Reads an integer point; consumes `point`.
static std::optional<std::vector<Coefficient>> read(isl_point *point, unsigned unknowns) {
  if (!point || isl_point_is_void(point)) {
    isl_point_free(point);
    return std::nullopt;
  }
  std::vector<Coefficient> values;
  for (unsigned unknown = 0; unknown < unknowns; ++unknown) {
    isl_val *value = isl_point_get_coordinate_val(point, isl_dim_set, unknown);
    if (value && isl_val_n_abs_num_chunks(value, 8) <= 1) {
      values.push_back(isl_val_get_num_si(value));
    } else {
      char *text = isl_val_to_str(value);
      Coefficient number = 0;
      for (const char *digit = text ? text : ""; *digit; ++digit)
        if (*digit != '-')
          number = number * 10 + (*digit - '0');
      values.push_back(text && *text == '-' ? -number : number);
      std::free(text);
    }
    isl_val_free(value);
  }
  isl_point_free(point);
  return values;
}

/// isl counts allocations, not work. A lexicographic minimum is found by cuts, each a new row in a
/// table that is pivoted as a whole, so time grows with the square of the count or faster: 2000 may
/// take 40 ms, 80000 minutes. Ordinary loops need less than 1000.
static constexpr unsigned long MinimumBudget = 2000;

std::optional<std::vector<Coefficient>> LinearSystem::solution(const IntegerSolver &solver) const {
  if (!solver.spend(8 * Rows.size() * (Unknowns + 1)))
    return std::nullopt;
  isl_ctx *context = solver.context();
  // Each search has a budget of its own, so that one that fails leaves the next its chance.
  auto within = [&](unsigned long budget, auto search) {
    isl_ctx_reset_operations(context);
    isl_ctx_set_max_operations(context, budget);
    auto *found = search();
    isl_ctx_set_max_operations(context, 0);
    isl_ctx_reset_error(context);
    return found;
  };
  for (int limit : {8, 64, -64, 4096, -4096}) {
    isl_basic_set *box = build(context, Rows, Unknowns, std::abs(limit), limit > 0);
    isl_set *smallest = within(std::min(solver.budget(), MinimumBudget),
                               [&] { return isl_basic_set_lexmin(isl_basic_set_copy(box)); });
    isl_point *point = smallest ? isl_set_sample_point(smallest) : within(solver.budget(), [&] {
      return isl_basic_set_sample_point(isl_basic_set_copy(box));
    });
    isl_basic_set_free(box);
    if (!point)
      return std::nullopt;
    if (auto result = read(point, Unknowns))
      return result;
  }
  isl_basic_set *set = build(context, Rows, Unknowns, std::nullopt, false);
  return read(within(4 * solver.budget(), [&] { return isl_basic_set_sample_point(set); }),
              Unknowns);
}

} // namespace loomp
